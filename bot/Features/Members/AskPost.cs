using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Turns;
using ChiBoBot.Understanding;

namespace ChiBoBot.Features.Members;

/// <summary>“Ai là bí thư?”, “đồng chí Vĩnh giữ chức gì?”, “ai phụ trách công đoàn?”.</summary>
internal sealed record AskPost(Meant Who, string? Duty, Slots Slots)
{
    public static AskPost Of(Request request) => new(Meant.Of(request.Slots), request.Slots.Text("duty"), request.Slots);
}

internal sealed class AskPostHandler(IMembers members) : IHandle<AskPost>
{
    public async Task<Reply> Handle(AskPost asked, Turn turn, CancellationToken cancel)
    {
        // Who holds a post now is no answer to who held it then.
        if (asked.Slots.Text("period") == "last_term" || Periods.Resolve(asked.Slots, turn.Today) is { } then && then.To < turn.Today)
        {
            return Reply.Say(MembersText.OnlyPresentPosts);
        }

        var cell = await members.FindCell(turn.CellId, cancel);
        var source = MembersText.AsOf(cell?.Name ?? turn.CellId, turn.Today);
        var today = (await members.List(turn.CellId, cancel)).Where(member => member.IsIn(turn.Today)).InOrder(turn.Today).ToList();
        if (asked.Who.People.Count > 0)
        {
            return OfPeople(asked.Who with { Posts = [] }, today, turn, source);
        }

        if (asked.Who.Posts is { Count: > 0 } posts)
        {
            return Holders(posts.SelectMany(post => Find(post, today, turn.Today)), posts.Select(MemberWords.OfPost), MembersText.Nobody, source);
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

    private static Reply OfPeople(Meant who, List<Member> today, Turn turn, string source)
    {
        var (found, unclear) = who.Find(today, turn);
        if (unclear is not null)
        {
            return unclear;
        }

        Fact[] facts = [.. found.Select(member => new Fact(member.Name, string.Join(" · ", new[] { MemberWords.PostsOf(member, turn.Today) ?? MembersText.NoPost, member.Job }.OfType<string>())))];
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

    /// <summary>The holders, a line each, with the post that each holds.</summary>
    private static IEnumerable<Fact> Find(string post, List<Member> today, DateOnly day) => Meant.Holders(post, today, day).Select(member => post switch
    {
        "council_leader" => new Fact(member.Job!, member.Name),
        "committee_member" => new Fact(MemberWords.Of(member.PostsOn(day).First(held => held <= Post.CommitteeMember)), member.Name),
        _ => new Fact(MemberWords.OfPost(post), member.Name),
    });

    private static IEnumerable<Fact> Find(Post post, List<Member> today, DateOnly day) => today
        .Where(member => member.PostsOn(day).Contains(post))
        .Select(member => new Fact(MemberWords.Of(post), member.Name));

    private static IEnumerable<Fact> WithDuty(string duty, List<Member> today) =>
        from member in today
        from words in member.Duties.Append(member.Job).OfType<string>()
        where words.Contains(duty, StringComparison.OrdinalIgnoreCase)
        select new Fact(words, member.Name);
}
