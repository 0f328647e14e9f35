using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>“Ai là bí thư?”, “đồng chí Vĩnh giữ chức gì?”, “ai phụ trách công đoàn?”.</summary>
internal sealed record AskPost(IReadOnlyList<string> Posts, IReadOnlyList<string> People, string? Duty, bool IsAmbiguous)
{
    public static AskPost Of(Request request) => new(
        request.Slots.Texts("post"),
        request.Slots.Texts("person"),
        request.Slots.Text("duty"),
        request.Slots.Flag("ambiguous"));
}

internal sealed class AskPostHandler(IMembers members) : IHandle<AskPost>
{
    private static readonly Post[] Committee = [Post.Secretary, Post.DeputySecretary, Post.CommitteeMember];

    public async Task<Reply> Handle(AskPost asked, Turn turn, CancellationToken cancel)
    {
        var cell = await members.FindCell(turn.CellId, cancel);
        var source = MembersText.AsOf(cell?.Name ?? turn.CellId, turn.Today);
        var today = (await members.List(turn.CellId, cancel)).Where(member => member.IsIn(turn.Today)).InOrder(turn.Today).ToList();
        if (asked.People.Count > 0)
        {
            return OfPeople(asked, today, turn, source);
        }

        if (asked.Posts.Count > 0)
        {
            return Holders(asked.Posts.SelectMany(post => Find(post, today, turn.Today)), asked.Posts.Select(Title), MembersText.Nobody, source);
        }

        if (asked.Duty is { } duty)
        {
            return Holders(WithDuty(duty, today), [duty], MembersText.NobodyDoes, source);
        }

        var all = Enum.GetValues<Post>().SelectMany(post => Find(post, today, turn.Today)).ToList();
        return all.Count > 0
            ? Reply.Show(MembersCards.Posts(new(MembersText.PostsTitle, all, source)), MembersText.PostsTitle)
            : Reply.Say(MembersText.WhichPost);
    }

    private static Reply OfPeople(AskPost asked, List<Member> today, Turn turn, string source)
    {
        if (asked.IsAmbiguous)
        {
            var namesakes = today.Where(member => asked.People.Any(name => member.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase)));
            return Reply.Say(string.Join('\n', namesakes.Select(member => member.Name).Prepend(MembersText.WhichPerson)));
        }

        var facts = new List<Fact>();
        foreach (var name in asked.People)
        {
            var member = name == "self"
                ? today.FirstOrDefault(member => member.Id == turn.Asker.MemberId)
                : today.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));
            if (member is null)
            {
                return Reply.Say(MembersText.UnknownPerson(name == "self" ? turn.Asker.Name : name));
            }

            facts.Add(new(member.Name, string.Join(" · ", new[] { MemberWords.PostsOf(member, turn.Today) ?? MembersText.NoPost, member.Job }.OfType<string>())));
        }

        return Reply.Show(MembersCards.Posts(new(MembersText.PartyPost, facts, source)), $"{facts[0].Title}: {facts[0].Value}");
    }

    private static Reply Holders(IEnumerable<Fact> holders, IEnumerable<string> sought, Func<string, string> nobody, string source) =>
        holders.ToList() switch
        {
            [] => Reply.Say(nobody(string.Join(", ", sought))),
            [var one] => Reply.Show(MembersCards.Posts(new(one.Title, [one], source)), MembersText.Holder(one.Title, one.Value)),
            var several => Reply.Show(
                MembersCards.Posts(new(string.Join(", ", sought), several, source)),
                string.Join(" · ", several.Select(holder => $"{holder.Title}: {holder.Value}"))),
        };

    /// <summary>The holders, a line each. The secretary and the deputy belong to the committee.</summary>
    private static IEnumerable<Fact> Find(string post, List<Member> today, DateOnly day) => post switch
    {
        "secretary" => Find(Post.Secretary, today, day),
        "deputy_secretary" => Find(Post.DeputySecretary, today, day),
        "committee_member" => Committee.SelectMany(one => Find(one, today, day)),
        "clerk" => Find(Post.Clerk, today, day),
        "dues_collector" => Find(Post.DuesCollector, today, day),
        "council_leader" => today
            .Where(member => MembersText.CouncilLeaderJobs.Any(job => member.Job?.StartsWith(job, StringComparison.OrdinalIgnoreCase) == true))
            .Select(member => new Fact(member.Job!, member.Name)),
        _ => [],
    };

    private static IEnumerable<Fact> Find(Post post, List<Member> today, DateOnly day) => today
        .Where(member => member.PostsOn(day).Contains(post))
        .Select(member => new Fact(MemberWords.Of(post), member.Name));

    private static IEnumerable<Fact> WithDuty(string duty, List<Member> today) =>
        from member in today
        from words in member.Duties.Append(member.Job).OfType<string>()
        where words.Contains(duty, StringComparison.OrdinalIgnoreCase)
        select new Fact(words, member.Name);

    private static string Title(string post) => post switch
    {
        "secretary" => MembersText.Secretary,
        "deputy_secretary" => MembersText.DeputySecretary,
        "committee_member" => MembersText.Committee,
        "clerk" => MembersText.Clerk,
        "dues_collector" => MembersText.DuesCollector,
        "council_leader" => MembersText.CouncilLeader,
        _ => post,
    };
}
