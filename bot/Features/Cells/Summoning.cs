namespace ChiBoBot.Features.Cells;

/// <summary>Triệu tập: who is called to an event. Who counts in its numbers is <see cref="Counting"/>'s.</summary>
internal static class Summoning
{
    /// <summary>Whom the event calls: as it says itself, or else as its kind does.</summary>
    public static Summons Calls(this Event happening) =>
        happening.Summons ?? (happening.Kind == EventKind.Committee ? Summons.Committee : Summons.All);

    /// <summary>Whether the member is called, be it that they count there or not; the suspended never are.</summary>
    public static bool IsCalled(this Member member, Event happening) =>
        member.IsIn(happening.Date)
        && member.StandingOn(happening.Date) != Standing.Suspended
        && happening.Calls() switch
        {
            Summons.Committee => member.PostsOn(happening.Date).Any(post => post is Post.Secretary or Post.DeputySecretary or Post.CommitteeMember),
            Summons.Chosen => happening.Chosen.Contains(member.Id),
            _ => true,
        };
}
