using System.Text.Json;

namespace ChiBoBot.Features.Cells;

/// <summary>What must hold between the parts of a cell's file. Pure; every broken rule is reported.</summary>
internal static class CellFileRules
{
    /// <summary>A row keeps a part in one text property, which holds no more than this.</summary>
    private const int LongestPart = 32_000;

    public static IEnumerable<Mistake> Check(CellFile file)
    {
        var members = Ids(file.Members, member => member.Id);
        var resolutions = Ids(file.Resolutions, resolution => resolution.Id);

        return
        [
            .. CheckMembers(file),
            .. CheckTermsAndResolutions(file),
            .. CheckTargets(file, members, resolutions),
            .. CheckResults(file),
            .. CheckSeries(file, resolutions),
            .. CheckFacts(file, members),
            .. CheckEvents(file, members),
            .. Repeated(file.Anniversaries, "$.anniversaries", "id", anniversary => anniversary.Id),
            .. Repeated(file.Cell.Predecessors, "$.cell.predecessors", "id", predecessor => predecessor.Id),
        ];
    }

    private static IEnumerable<Mistake> CheckMembers(CellFile file)
    {
        if (file.Members.Count == 0)
        {
            yield return new("$.members", null, "is missing or empty; a cell has at least one member");
        }

        IEnumerable<Mistake> mistakes =
        [
            .. Repeated(file.Members, "$.members", "id", member => member.Id),
            .. Repeated(file.Members, "$.members", "upn", member => member.Upn),
            .. Repeated(file.Members, "$.members", "objectId", member => member.ObjectId),
            .. file.Members.SelectMany((member, i) => CheckMember(member, $"$.members[{i}]")),
            .. CheckOffice(file.Members, Post.Secretary),
            .. CheckOffice(file.Members, Post.DeputySecretary),
            .. TooLong(file.Members, "$.members"),
        ];
        foreach (var mistake in mistakes)
        {
            yield return mistake;
        }
    }

    private static IEnumerable<Mistake> CheckMember(Member member, string path)
    {
        if (!member.Name.All(letter => char.IsLetter(letter) || " -'.’".Contains(letter, StringComparison.Ordinal)))
        {
            yield return new(path + ".name", null, $"'{member.Name}' is no name: letters, spaces, hyphens, apostrophes and full stops only");
        }

        if (member.Born is { } born && born.First >= member.Joined.First)
        {
            yield return new(path + ".joined", null, $"is {member.Joined}, not after the birth ({born})");
        }

        if (member.Official is { } official && official.Last < member.Joined.First)
        {
            yield return new(path + ".official", null, $"is {official}, before the admission ({member.Joined})");
        }

        if (member.Upn is { } upn && (upn.Contains(' ', StringComparison.Ordinal) || upn.Split('@') is not [{ Length: > 0 }, { Length: > 0 }]))
        {
            yield return new(path + ".upn", null, $"'{upn}' is no user principal name; it looks like name@example.org");
        }

        for (var i = 0; i < member.Qualifications.Count; i++)
        {
            if (member.Qualifications[i] is { Kind: QualificationKind.Course, Subject: null })
            {
                yield return new($"{path}.qualifications[{i}].subject", null, "is missing; a course has one");
            }
        }

        IEnumerable<Mistake> mistakes =
        [
            .. CheckPeriods([.. member.Standings.Select(standing => (standing.From, standing.To))], path + ".standings"),
            .. member.Posts.Select((held, i) => (held, i)).GroupBy(one => one.held.Post).SelectMany(same =>
                CheckPeriods([.. same.Select(one => (one.held.From, one.held.To))], path + ".posts", [.. same.Select(one => one.i)])),
            .. CheckTransfers(member, path),
        ];
        foreach (var mistake in mistakes)
        {
            yield return mistake;
        }
    }

    private static IEnumerable<Mistake> CheckTransfers(Member member, string path)
    {
        for (var i = 1; i < member.Transfers.Count; i++)
        {
            var (before, after) = (member.Transfers[i - 1], member.Transfers[i]);
            if (after.Direction == before.Direction)
            {
                yield return new($"{path}.transfers[{i}].direction", null, "is the same as of the transfer before; a member comes and goes in turn");
            }

            if (after.Effective.First <= before.Effective.First)
            {
                yield return new($"{path}.transfers[{i}].effective", null, $"is {after.Effective}, not after the transfer before ({before.Effective})");
            }
        }

        if (member.Transfers is [.., { Direction: Direction.Out } left])
        {
            for (var i = 0; i < member.Posts.Count; i++)
            {
                if ((member.Posts[i].To?.Last ?? DateOnly.MaxValue) >= left.Effective.First)
                {
                    yield return new($"{path}.posts[{i}]", null, $"is held after the member has left ({left.Effective}); end it before with 'to'");
                }
            }
        }
    }

    /// <summary>An office that has one holder at a time.</summary>
    private static IEnumerable<Mistake> CheckOffice(IReadOnlyList<Member> members, Post office)
    {
        var held = members
            .SelectMany((member, i) => member.Posts.Select((post, j) => (Post: post, Member: i, Path: $"$.members[{i}].posts[{j}]")))
            .Where(one => one.Post.Post == office)
            .OrderBy(one => one.Post.From.First)
            .ToList();
        for (var i = 1; i < held.Count; i++)
        {
            var clash = held.Take(i).FirstOrDefault(one => one.Member != held[i].Member && Overlap((one.Post.From, one.Post.To), (held[i].Post.From, held[i].Post.To)));
            if (clash.Path is not null)
            {
                yield return new(held[i].Path, null, $"overlaps {clash.Path}: '{JsonNamingPolicy.CamelCase.ConvertName(office.ToString())}' has one holder at a time");
            }
        }
    }

    private static IEnumerable<Mistake> CheckTermsAndResolutions(CellFile file)
    {
        var terms = Ids(file.Terms, term => term.Id);
        var predecessors = Ids(file.Cell.Predecessors, predecessor => predecessor.Id);
        return
        [
            .. Repeated(file.Terms, "$.terms", "id", term => term.Id),
            .. file.Terms.SelectMany((term, i) => CheckPeriods([(term.From, term.To)], "$.terms", [i])),
            .. Repeated(file.Resolutions, "$.resolutions", "id", resolution => resolution.Id),
            .. file.Resolutions.SelectMany((resolution, i) => Unknown(resolution.Term, terms, $"$.resolutions[{i}].term", "term")),
            .. file.Resolutions.SelectMany((resolution, i) => Unknown(resolution.AdoptedBy, predecessors, $"$.resolutions[{i}].adoptedBy", "predecessor cell")),
        ];
    }

    private static IEnumerable<Mistake> CheckTargets(CellFile file, HashSet<string> members, HashSet<string> resolutions) =>
    [
        .. Repeated(file.Targets, "$.targets", "id", target => target.Id),
        .. Repeated(file.Targets, "$.targets", "number", target => $"{target.Number} of {target.Resolution}"),
        .. file.Targets.SelectMany((target, i) => Unknown(target.Resolution, resolutions, $"$.targets[{i}].resolution", "resolution")),
        .. file.Targets.SelectMany((target, i) => Unknown(target.Owner, members, $"$.targets[{i}].owner", "member")),
        .. file.Targets.SelectMany((target, i) => target.Clauses.Count == 0
            ? [new Mistake($"$.targets[{i}].clauses", null, "is missing or empty; a target has at least one clause")]
            : target.Clauses.SelectMany((clause, j) => CheckClause(clause, $"$.targets[{i}].clauses[{j}]"))),
        .. TooLong(file.Targets, "$.targets"),
    ];

    private static IEnumerable<Mistake> CheckClause(Clause clause, string path)
    {
        if (clause.Metric is Metric.GradeAtLeast or Metric.GradeIs != clause.Grade.HasValue)
        {
            yield return new(path + ".grade", null, clause.Grade.HasValue ? "goes only with the metrics gradeAtLeast and gradeIs" : "is missing; a metric of grades names one");
        }

        if (clause.Metric is Metric.TitleAtLeast != clause.Title.HasValue)
        {
            yield return new(path + ".title", null, clause.Title.HasValue ? "goes only with the metric titleAtLeast" : "is missing; titleAtLeast names one");
        }

        if (clause.Comparator is Comparator.Between != clause.UpTo.HasValue)
        {
            yield return new(path + ".upTo", null, clause.UpTo.HasValue ? "goes only with the comparator between" : "is missing; between has an upper end");
        }

        if (clause.UpTo < clause.Threshold)
        {
            yield return new(path + ".upTo", null, $"is below the threshold ({clause.Threshold:0.##})");
        }

        var highest = clause.Measure == Measure.Share ? 100m : 1_000_000m;
        if (clause.Threshold < 0 || clause.Threshold > highest)
        {
            yield return new(path + ".threshold", null, $"is {clause.Threshold:0.##}; it must be from 0 to {highest:0}");
        }

        if (clause.UpTo > highest)
        {
            yield return new(path + ".upTo", null, $"is {clause.UpTo:0.##}; it must be from 0 to {highest:0}");
        }

        if (clause.Population == Population.Activities)
        {
            if (clause.Measure != Measure.Count)
            {
                yield return new(path + ".measure", null, "must be count: activities have no whole to be a share of");
            }

            if (clause.Metric is not (Metric.Done or Metric.Judged))
            {
                yield return new(path + ".metric", null, "must be done or judged for activities");
            }
        }
        else if (clause.Metric == Metric.Present && (clause.Population, clause.Measure) is not (Population.Members, Measure.Share))
        {
            yield return new(path + ".metric", null, "present goes only with a share of the members");
        }
        else if (clause.Period == Period.Month && clause.Metric != Metric.Present)
        {
            yield return new(path + ".period", null, "month goes only with the metric present");
        }
        else if (clause.Metric == Metric.Done)
        {
            yield return new(path + ".metric", null, "done goes only with the population activities");
        }
    }

    private static IEnumerable<Mistake> CheckResults(CellFile file)
    {
        var targets = file.Targets.GroupBy(target => target.Id).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        foreach (var mistake in Repeated(file.Results, "$.results", "target", result => ((ICellPart<Result>)result).Key))
        {
            yield return mistake;
        }

        for (var i = 0; i < file.Results.Count; i++)
        {
            var (result, path) = (file.Results[i], $"$.results[{i}]");
            if (!targets.TryGetValue(result.Target, out var target))
            {
                yield return new(path + ".target", null, $"names the target '{result.Target}', which is not in the file");
                continue;
            }

            foreach (var mistake in Repeated(result.Measurements, path + ".measurements", "clause", measured => $"{measured.Clause}"))
            {
                yield return mistake;
            }

            for (var j = 0; j < result.Measurements.Count; j++)
            {
                var (measured, where) = (result.Measurements[j], $"{path}.measurements[{j}]");
                if (measured.Clause > target.Clauses.Count)
                {
                    yield return new(where + ".clause", null, $"is {measured.Clause}, but the target '{target.Id}' has {target.Clauses.Count}");
                    continue;
                }

                var isShare = target.Clauses[measured.Clause - 1].Measure == Measure.Share;
                if (isShare && measured.Of is null)
                {
                    yield return new(where + ".of", null, "is missing; a share has a whole");
                }

                if (measured.Of is { } whole && measured.Count > whole)
                {
                    yield return new(where + ".count", null, $"is {measured.Count}, more than the whole ({whole})");
                }
            }
        }
    }

    private static IEnumerable<Mistake> CheckSeries(CellFile file, HashSet<string> resolutions)
    {
        foreach (var mistake in Repeated(file.Series, "$.series", "id", total => total.Id))
        {
            yield return mistake;
        }

        for (var i = 0; i < file.Series.Count; i++)
        {
            var (total, path) = (file.Series[i], $"$.series[{i}]");
            if (total.Met > total.Total)
            {
                yield return new(path + ".met", null, $"is {total.Met}, more than the total ({total.Total})");
            }

            if (total.Resolutions.Count == 0)
            {
                yield return new(path + ".resolutions", null, "is missing or empty; a total sums up at least one resolution");
            }

            for (var j = 0; j < total.Resolutions.Count; j++)
            {
                foreach (var mistake in Unknown(total.Resolutions[j], resolutions, $"{path}.resolutions[{j}]", "resolution"))
                {
                    yield return mistake;
                }
            }
        }
    }

    private static IEnumerable<Mistake> CheckFacts(CellFile file, HashSet<string> members) =>
    [
        .. Repeated(file.Grades, "$.grades", "year", grade => ((ICellPart<DecidedGrade>)grade).Key),
        .. file.Grades.SelectMany((grade, i) => CheckWhom(grade.Whom, members, $"$.grades[{i}]")),
        .. Repeated(file.Awards, "$.awards", "year", award => ((ICellPart<Award>)award).Key),
        .. file.Awards.SelectMany((award, i) => CheckWhom(award.Whom, members, $"$.awards[{i}]")),
        .. Repeated(file.Deeds, "$.deeds", "id", deed => deed.Id),
        .. file.Deeds.SelectMany((deed, i) => CheckDeed(deed, file, $"$.deeds[{i}]")),
        .. Repeated(file.Turnouts, "$.turnouts", "meeting", turnout => turnout.Meeting),
        .. file.Turnouts.Select((turnout, i) => (turnout, i)).Where(at => at.turnout.Present > at.turnout.Expected)
            .Select(at => new Mistake($"$.turnouts[{at.i}].present", null, $"is {at.turnout.Present}, more than expected ({at.turnout.Expected})")),
        .. Repeated(file.Dues, "$.dues", "member", dues => dues.Member),
        .. file.Dues.SelectMany((dues, i) => Unknown(dues.Member, members, $"$.dues[{i}].member", "member")),
        .. file.Dues.Select((dues, i) => (dues, i)).Where(at => !at.dues.HasMonth)
            .Select(at => new Mistake($"$.dues[{at.i}].until", null, $"is {at.dues.Until}; it must be a month as 2026-10")),
        .. Repeated(file.Rules, "$.rules", "name", rule => $"{rule.Name} of {rule.Topic}"),
        .. file.Rules.SelectMany((rule, i) => OwnRules.Problem(rule) is { } problem ? [new Mistake($"$.rules[{i}]", null, problem)] : Array.Empty<Mistake>()),
    ];

    private static IEnumerable<Mistake> CheckWhom(Rated whom, HashSet<string> members, string path) => whom is { Member: not null, Unit: not null }
        ? [new Mistake(path + ".unit", null, "goes only without 'member': it is about one or the other")]
        : Unknown(whom.Member, members, path + ".member", "member");

    private static IEnumerable<Mistake> CheckDeed(Deed deed, CellFile file, string path)
    {
        if (deed.Target is null)
        {
            return deed.Clause is null ? [] : [new Mistake(path + ".clause", null, "needs a target")];
        }

        return file.Targets.FirstOrDefault(target => target.Id == deed.Target) is not { } target
            ? [new Mistake(path + ".target", null, $"names the target '{deed.Target}', which is not in the file")]
            : deed.Clause is { } number && (number > target.Clauses.Count || target.Clauses[number - 1].Population != Population.Activities)
            ? [new Mistake(path + ".clause", null, $"is {number}, which is no clause of the target '{target.Id}' that counts activities")]
            : [];
    }

    private static IEnumerable<Mistake> CheckEvents(CellFile file, HashSet<string> members) =>
    [
        .. Repeated(file.Events, "$.events", "id", one => one.Id),
        .. file.Events.SelectMany((one, i) => Unknown(one.Chair, members, $"$.events[{i}].chair", "member")),
        .. file.Events.SelectMany((one, i) => Unknown(one.Clerk, members, $"$.events[{i}].clerk", "member")),
        .. file.Events
            .Select((one, i) => (one, i))
            .Where(at => at.one is { Minutes: not null, Time: null })
            .Select(at => new Mistake($"$.events[{at.i}].minutes", null, "needs a time")),
        .. file.Events.SelectMany((one, i) => one.Chosen.SelectMany((id, j) => Unknown(id, members, $"$.events[{i}].chosen[{j}]", "member"))),
        .. file.Events
            .Select((one, i) => (one, i))
            .Where(at => at.one.Summons == Summons.Chosen != at.one.Chosen.Count > 0)
            .Select(at => new Mistake($"$.events[{at.i}].chosen", null, "goes with the summons 'chosen', and that names at least one member")),
        .. file.Events.SelectMany((one, i) => one.Link is { } link ? NoLink(link, $"$.events[{i}].link") : []),
        .. file.Events.SelectMany((one, i) => one.Documents.SelectMany((document, j) => NoLink(document.Link, $"$.events[{i}].documents[{j}].link"))),
        .. TooLong(file.Events, "$.events"),
    ];

    private static IEnumerable<Mistake> CheckPeriods(IReadOnlyList<(PartialDate From, PartialDate? To)> periods, string path, IReadOnlyList<int>? indexes = null)
    {
        string At(int i) => $"{path}[{indexes?[i] ?? i}]";

        for (var i = 0; i < periods.Count; i++)
        {
            if (periods[i].To is { } to && to.Last < periods[i].From.First)
            {
                yield return new(At(i) + ".to", null, $"is {to}, before the beginning ({periods[i].From})");
                continue;
            }

            for (var j = 0; j < i; j++)
            {
                if (Overlap(periods[j], periods[i]))
                {
                    yield return new(At(i), null, $"overlaps {At(j)}");
                }
            }
        }
    }

    private static bool Overlap((PartialDate From, PartialDate? To) one, (PartialDate From, PartialDate? To) other) =>
        one.From.First <= (other.To?.Last ?? DateOnly.MaxValue) && other.From.First <= (one.To?.Last ?? DateOnly.MaxValue);

    private static IEnumerable<Mistake> Repeated<T>(IReadOnlyList<T> parts, string path, string property, Func<T, string?> key)
    {
        // Ids that differ only in case are the same to a person.
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < parts.Count; i++)
        {
            if (key(parts[i]) is { Length: > 0 } one && !seen.TryAdd(one, i))
            {
                yield return new($"{path}[{i}].{property}", null, $"'{one}' stands already at {path}[{seen[one]}]");
            }
        }
    }

    private static IEnumerable<Mistake> Unknown(string? id, HashSet<string> known, string path, string what)
    {
        if (id is { Length: > 0 } && !known.Contains(id))
        {
            yield return new(path, null, $"names the {what} '{id}', which is not in the file");
        }
    }

    private static IEnumerable<Mistake> NoLink(string link, string path)
    {
        if (link.Length > 0 && !Document.IsLink(link))
        {
            yield return new(path, null, $"'{link}' is no link; it looks like https://example.org/page");
        }
    }

    private static IEnumerable<Mistake> TooLong<T>(IReadOnlyList<T> parts, string path)
        where T : ICellPart<T> => parts
        .Select((part, i) => (Length: JsonSerializer.Serialize(part, T.Json).Length, Path: $"{path}[{i}]"))
        .Where(part => part.Length > LongestPart)
        .Select(part => new Mistake(part.Path, null, $"is {part.Length} characters long in all; at most {LongestPart} can be kept"));

    private static HashSet<string> Ids<T>(IReadOnlyList<T> parts, Func<T, string> id) =>
        parts.Select(id).ToHashSet(StringComparer.Ordinal);
}
