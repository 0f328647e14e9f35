using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>The members that a question names: by name, by a post, or as the asker.</summary>
internal sealed record Meant(IReadOnlyList<string> People, IReadOnlyList<string> Posts, bool IsAmbiguous)
{
    private static readonly Post[] Committee = [Post.Secretary, Post.DeputySecretary, Post.CommitteeMember];

    public bool IsNobody => People.Count == 0 && Posts.Count == 0;

    public static Meant Of(Slots slots) => new(slots.Texts("person"), slots.Texts("post"), slots.Flag("ambiguous"));

    /// <summary>The members, in the order they were named; or the reply that asks or says who can't be found. Two who fit are asked back, never picked.</summary>
    /// <param name="all">Among whom they are looked for; somebody in the cell goes before somebody of the same name who has left.</param>
    public (IReadOnlyList<Member> Found, Reply? Unclear) Find(IReadOnlyList<Member> all, Turn turn)
    {
        if (IsAmbiguous)
        {
            var namesakes = all.Where(member => member.IsIn(turn.Today) && People.Any(name => IsCalled(member, name)));
            return ([], Reply.Say(string.Join('\n', namesakes.Select(member => member.Name).Prepend(MembersText.WhichPerson))));
        }

        var found = new List<Member>();
        foreach (var name in People)
        {
            var fitting = all.Where(member => name == "self" ? member.Id == turn.Asker.MemberId : string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));
            if (fitting.OrderByDescending(member => member.IsIn(turn.Today)).FirstOrDefault() is not { } member)
            {
                return ([], Reply.Say(MembersText.UnknownPerson(name == "self" ? turn.Asker.Name : name)));
            }

            found.Add(member);
        }

        var holders = Posts.SelectMany(post => Holders(post, all, turn.Today)).Except(found).ToList();
        return Posts.Count > 0 && holders.Count == 0 && found.Count == 0
            ? ([], Reply.Say(MembersText.Nobody(string.Join(", ", Posts.Select(MemberWords.OfPost)))))
            : ([.. found, .. holders], null);
    }

    /// <summary>Who holds a post, as slots name it. The secretary and the deputy belong to the committee.</summary>
    public static IEnumerable<Member> Holders(string post, IReadOnlyList<Member> all, DateOnly day) => post switch
    {
        "secretary" => Holders(Post.Secretary, all, day),
        "deputy_secretary" => Holders(Post.DeputySecretary, all, day),
        "committee_member" => Committee.SelectMany(one => Holders(one, all, day)).Distinct(),
        "clerk" => Holders(Post.Clerk, all, day),
        "dues_collector" => Holders(Post.DuesCollector, all, day),
        "council_leader" => all.Where(member => member.IsIn(day) && MembersText.CouncilLeaderJobs.Any(job => member.Job?.StartsWith(job, StringComparison.OrdinalIgnoreCase) == true)),
        _ => [],
    };

    private static IEnumerable<Member> Holders(Post post, IReadOnlyList<Member> all, DateOnly day) => all.Where(member => member.PostsOn(day).Contains(post));

    private static bool IsCalled(Member member, string name) =>
        string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase) || member.Name.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase);
}
