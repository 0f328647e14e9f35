using ChiBoBot.Storage;

namespace ChiBoBot.Features.Cells;

/// <summary>The reminders of a meeting, for whoever changes meetings.</summary>
internal interface IMeetingReminders
{
    /// <summary>What belongs into the commit that changes an event, so that its reminders are planned, moved or withdrawn with it.</summary>
    /// <param name="before">The event as it was; null for a new one.</param>
    /// <param name="after">The event as it becomes; null where it is taken away.</param>
    Task<IReadOnlyList<Change>> Changes(string cellId, Event? before, Event? after, CancellationToken cancel);
}
