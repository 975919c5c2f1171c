// SPDX-License-Identifier: GPL-3.0-or-later
// Only there to own the precompiled header of the rooms.
