using System.Text.Json;

namespace ChiBoBot.Features.Cells;

/// <summary>Reads a cell's file strictly: either a file without any mistake, or all its mistakes.</summary>
internal static class CellFileReader
{
    public static (CellFile? File, IReadOnlyList<Mistake> Mistakes) Read(ReadOnlyMemory<byte> bytes)
    {
        var json = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException wrong)
        {
            return (null, [new Mistake("$", (int?)wrong.LineNumber + 1, $"This is no valid JSON at byte {wrong.BytePositionInLine + 1} of the line: {Brief(wrong)}")]);
        }

        using (document)
        {
            var lines = JsonLines.Of(json.Span);
            if (lines.Mistakes.Count > 0)
            {
                return (null, lines.Mistakes);
            }

            var mistakes = new List<Mistake>();
            var root = new JsonPart(document.RootElement, "$", mistakes);
            var file = Read(root);
            root.Finish();
            mistakes.AddRange(Independent(CellFileRules.Check(file), mistakes));
            return (
                mistakes.Count == 0 ? file : null,
                [.. mistakes.Select(mistake => mistake with { Line = lines.Find(mistake.Path) }).OrderBy(mistake => mistake.Line)]);
        }
    }

    /// <summary>The broken rules of what could be read; what could not is reported already and proves nothing.</summary>
    private static List<Mistake> Independent(IEnumerable<Mistake> rules, List<Mistake> unread)
    {
        var parts = unread.Select(mistake => PartOf(mistake.Path)).ToHashSet(StringComparer.Ordinal);
        return [.. rules.Where(mistake => !parts.Contains(PartOf(mistake.Path)))];
    }

    private static string PartOf(string path) => path.IndexOf(']', StringComparison.Ordinal) is var end and >= 0 ? path[..end] : path;

    private static string Brief(JsonException wrong) => wrong.Message.Split(" LineNumber:")[0];

    private static CellFile Read(JsonPart root)
    {
        root.Number("version", CellFile.Version, CellFile.Version);
        var cellPart = root.Inner("cell");
        var cell = new Cell(cellPart.Id("id"), cellPart.Text("name"), cellPart.Guid("tenant"))
        {
            Parent = cellPart.TextOrNull("parent"),
            Founded = cellPart.DateOrNull("founded"),
            Decision = cellPart.TextOrNull("decision"),
            Predecessors = cellPart.List("predecessors", part => new Predecessor(part.Id("id"), part.Text("name"), part.Date("until"))),
        };
        cellPart.Finish();

        return new CellFile(cell)
        {
            Members = root.List("members", ReadMember),
            Terms = root.List("terms", part => new Term(part.Id("id"), part.Date("from"), part.Date("to"))
            {
                Ordinal = part.NumberOrNull("ordinal", 1, 1000),
            }),
            Resolutions = root.List("resolutions", part => new Resolution(part.Id("id"), part.Id("term"), part.Text("title"), part.Date("adopted"))
            {
                Number = part.TextOrNull("number"),
                AdoptedBy = part.IdOrNull("adoptedBy"),
            }),
            Targets = root.List("targets", ReadTarget),
            Results = root.List("results", ReadResult),
            Series = root.List("series", part => new YearTotal(
                part.Id("id"), part.Year("year"), part.Number("met", 0, 1000), part.Number("total", 1, 1000), part.Texts("resolutions"))
            {
                Exceeded = part.Flag("exceeded"),
                Note = part.TextOrNull("note"),
            }),
            Grades = root.List("grades", part => new DecidedGrade(part.Year("year"), part.Word<Grade>("grade"))
            {
                Member = part.IdOrNull("member"),
                Unit = part.TextOrNull("unit"),
                Decision = part.TextOrNull("decision"),
                Decided = part.DateOrNull("decided"),
            }),
            Awards = root.List("awards", part => new Award(part.Year("year"), part.Word<Title>("title"))
            {
                Member = part.IdOrNull("member"),
                Unit = part.TextOrNull("unit"),
                Decision = part.TextOrNull("decision"),
                Given = part.DateOrNull("given"),
            }),
            Deeds = root.List("deeds", part => new Deed(part.Id("id"), part.Word<DeedKind>("kind"), part.Text("title"), part.Date("date"))
            {
                People = part.NumberOrNull("people", 1, 1_000_000),
                Target = part.IdOrNull("target"),
                Clause = part.NumberOrNull("clause", 1, 100),
                Note = part.TextOrNull("note"),
            }),
            Turnouts = root.List("turnouts", part => new Turnout(part.Id("meeting"), part.Day("date"), part.Number("present", 0, 10_000), part.Number("expected", 1, 10_000))),
            Dues = root.List("dues", part => new DuesPaid(part.Id("member"), part.Date("until")) { IsFree = part.Flag("free") }),
            Rules = root.List("rules", part => new OwnRule(part.Id("topic"), part.Id("name"), part.Text("value"), part.Text("reason"))),
            Events = root.List("events", ReadEvent),
            Anniversaries = root.List("anniversaries", ReadAnniversary),
        };
    }

    private static Member ReadMember(JsonPart part) => new(part.Id("id"), part.Text("name"), part.Word<Gender>("gender"))
    {
        Born = part.DateOrNull("born"),
        Joined = part.Date("joined"),
        Official = part.DateOrNull("official"),
        Service = part.WordOrNull<Service>("service"),
        Job = part.TextOrNull("job"),
        Unit = part.TextOrNull("unit"),
        ManagedByProvince = part.Flag("managedByProvince"),
        Upn = part.TextOrNull("upn"),
        ObjectId = part.GuidOrNull("objectId"),
        Posts = part.List("posts", post => new HeldPost(post.Word<Post>("post"), post.Date("from"), post.DateOrNull("to"))
        {
            By = post.WordOrNull<Appointment>("by") ?? Appointment.Elected,
        }),
        Standings = part.List("standings", standing => new StandingPeriod(
            standing.Word("standing", Standing.Exempt, Standing.TemporaryHere, Standing.TemporaryAway, Standing.Suspended),
            standing.Date("from"),
            standing.DateOrNull("to"))),
        Transfers = part.List("transfers", transfer => new Transfer(
            transfer.Word<Direction>("direction"), transfer.Date("effective"), transfer.Word<TransferReason>("reason"))
        {
            Job = transfer.DateOrNull("job"),
            Other = transfer.TextOrNull("other"),
            Decision = transfer.TextOrNull("decision"),
        }),
        Qualifications = part.List("qualifications", qualification => new Qualification(qualification.Word<QualificationKind>("kind"))
        {
            Subject = qualification.TextOrNull("subject"),
            Year = qualification.YearOrNull("year"),
            Studying = qualification.Flag("studying"),
        }),
        Duties = part.Texts("duties"),
    };

    private static Target ReadTarget(JsonPart part) =>
        new(part.Id("id"), part.Id("resolution"), part.Number("number", 1, 1000), part.Text("title"), part.Text("text"))
        {
            Owner = part.IdOrNull("owner"),
            Due = part.DateOrNull("due"),
            Clauses = part.List("clauses", clause => new Clause(
                clause.Text("text"),
                clause.Word<Population>("population"),
                clause.Word<Metric>("metric"),
                clause.Word<Measure>("measure"),
                clause.Word<Comparator>("comparator"),
                clause.Decimal("threshold"),
                clause.Word<Period>("period"))
            {
                Grade = clause.WordOrNull<Grade>("grade"),
                Title = clause.WordOrNull<Title>("title"),
                UpTo = clause.DecimalOrNull("upTo"),
                Stretch = clause.Flag("stretch"),
            }),
        };

    private static Result ReadResult(JsonPart part) => new(part.Id("target"), part.Word<ResultStatus>("status"))
    {
        Year = part.YearOrNull("year"),
        Measurements = part.List("measurements", measured => new Measurement(measured.Number("clause", 1, 100), measured.Number("count", 0, 1_000_000))
        {
            Of = measured.NumberOrNull("of", 1, 1_000_000),
        }),
        Grades = part.InnerOrNull("grades", grades => new GradeCounts(
            grades.NumberOrNull("excellent", 0, 10_000) ?? 0,
            grades.NumberOrNull("good", 0, 10_000) ?? 0,
            grades.NumberOrNull("completed", 0, 10_000) ?? 0,
            grades.NumberOrNull("notCompleted", 0, 10_000) ?? 0)),
        Concluded = part.DateOrNull("concluded"),
        Note = part.TextOrNull("note"),
    };

    private static Event ReadEvent(JsonPart part) => new(part.Id("id"), part.Word<EventKind>("kind"), part.Text("title"), part.Day("date"))
    {
        Time = part.TimeOrNull("time"),
        Minutes = part.NumberOrNull("minutes", 1, 1440),
        Place = part.TextOrNull("place"),
        Link = part.TextOrNull("link"),
        Agenda = part.TextsOr("agenda", text => new AgendaItem(text), item => new AgendaItem(item.Text("text")) { Category = item.Word<AgendaCategory>("category") }),
        Chair = part.IdOrNull("chair"),
        Clerk = part.IdOrNull("clerk"),
        Summons = part.WordOrNull<Summons>("summons"),
        Chosen = part.Texts("chosen"),
        Guests = part.Texts("guests"),
        Documents = part.List("documents", document => new Document(document.Text("title"), document.Text("link"))),
        State = part.WordOrNull<EventState>("state") ?? EventState.Planned,
        Note = part.TextOrNull("note"),
    };

    private static Anniversary ReadAnniversary(JsonPart part)
    {
        var (month, day) = part.DayOfYear("day");
        return new Anniversary(part.Id("id"), month, day, part.Text("name")) { Since = part.YearOrNull("since") };
    }
}
