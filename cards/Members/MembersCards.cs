namespace ChiBoBot.Cards;

/// <summary>The cards about members, posts and newcomers.</summary>
public static class MembersCards
{
    public const string ConfirmVerb = "members.confirm";

    /// <summary>How many there are, how they count, and who they are.</summary>
    public static AdaptiveCard Roster(RosterView view) => new(
    [
        TextBlock.Heading(view.Title),
        TextBlock.Figure(view.Figure),
        .. view.Hint is { } hint ? [new TextBlock(hint)] : Array.Empty<CardElement>(),
        .. view.Counts.Count > 0 ? [new FactSet([.. view.Counts.Select(count => new Fact(count.Title, count.Value))])] : Array.Empty<CardElement>(),
        .. view.Members.Select((member, i) => Line(member, isFirst: i == 0)),
        TextBlock.Small(view.Source),
    ]);

    /// <summary>Who holds which post.</summary>
    public static AdaptiveCard Posts(PostsView view) => new(
    [
        TextBlock.Heading(view.Title),
        new FactSet([.. view.Posts.Select(post => new Fact(post.Title, post.Value))]),
        TextBlock.Small(view.Source),
    ]);

    /// <summary>Asks the secretary whether an account is a member.</summary>
    public static AdaptiveCard Claim(ClaimView view) => new(
    [
        TextBlock.Heading(MembersText.ClaimTitle),
        new TextBlock(MembersText.Claims(view.AccountName, view.MemberName)),
        new FactSet(
            new Fact(MembersText.ClaimMember, view.MemberName),
            new Fact(MembersText.ClaimName, view.AccountName),
            new Fact(MembersText.ClaimAccount, view.Upn)),
        TextBlock.Small(MembersText.ClaimHint),
        new ActionSet(
            new ExecuteAction(MembersText.Confirm, ConfirmVerb, Data(view, ConfirmForm.Yes)),
            new ExecuteAction(MembersText.Refuse, ConfirmVerb, Data(view, ConfirmForm.No))),
    ]);

    /// <summary>Tells the secretary that two accounts claim one member.</summary>
    public static AdaptiveCard Dispute(string memberName) => new(
    [
        TextBlock.Heading(MembersText.DisputeTitle),
        new TextBlock(MembersText.DisputeFor(memberName)),
    ]);

    /// <summary>What became of a claim.</summary>
    public static AdaptiveCard Decided(string text) => new([new TextBlock(text)]);

    private static TextBlock Line(RosterLine member, bool isFirst) =>
        new(member.Detail is { } detail ? $"**{member.Name}** – {detail}" : $"**{member.Name}**")
        {
            Spacing = isFirst ? Spacing.Medium : Spacing.Small,
            Separator = isFirst ? true : null,
        };

    private static Dictionary<string, string> Data(ClaimView view, string answer) => new()
    {
        ["member"] = view.MemberId,
        ["account"] = view.ObjectId,
        ["answer"] = answer,
    };
}

/// <summary>The members, or some of them.</summary>
/// <param name="Counts">How many are of which kind.</param>
/// <param name="Source">Which cell and day it is about.</param>
public sealed record RosterView(string Title, string Figure, IReadOnlyList<Fact> Counts, IReadOnlyList<RosterLine> Members, string Source)
{
    public string? Hint { get; init; }
}

/// <summary>One member: the name, and post or standing where there is one to tell.</summary>
public sealed record RosterLine(string Name, string? Detail);

/// <summary>Posts and their holders.</summary>
public sealed record PostsView(string Title, IReadOnlyList<Fact> Posts, string Source);

/// <summary>An account that may be a member.</summary>
public sealed record ClaimView(string MemberId, string MemberName, string ObjectId, string AccountName, string Upn);

/// <summary>The secretary's word on an account.</summary>
public sealed record ConfirmForm(string Member, string Account, string Answer)
{
    public const string Yes = "yes";
    public const string No = "no";
}
