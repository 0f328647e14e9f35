using System.Text;
using ChiBoBot.Features.Cells;

namespace ChiBoBot.Tests.Features.Cells;

/// <summary>A file is read as a whole or all its mistakes are told, each with its place and what is allowed there.</summary>
public class CellFileReaderTests
{
    [Fact]
    public void An_unknown_post_is_told_with_its_line_and_the_posts_there_are()
    {
        var mistake = Assert.Single(SampleFiles.Mistakes(SampleFiles.With("\"post\": \"secretary\", \"from\": \"2024-10-18\"", "\"post\": \"chairman\", \"from\": \"2024-10-18\"")));

        Assert.Equal(
            "line 27, $.members[0].posts[1].post: is 'chairman'; it must be one of secretary, deputySecretary, committeeMember, clerk, duesCollector",
            mistake.ToString());
    }

    /// <summary>One thing wrong in an otherwise right file: exactly that is told.</summary>
    [Theory]
    // Shape.
    [InlineData("\"version\": 1", "\"version\": 2", "$.version", "is 2; it must be from 1 to 1")]
    [InlineData("\"version\": 1,", "", "$.version", "is missing; it must be a whole number")]
    [InlineData("\"gender\": \"male\"", "\"gender\": \"m\"", "$.members[0].gender", "is 'm'; it must be one of male, female")]
    [InlineData("\"joined\": \"1993-05-19\"", "\"joined\": \"19/05/1993\"", "$.members[0].joined", "is '19/05/1993'; it must be a date as 2023, 2023-10 or 2023-10-05")]
    [InlineData("\"joined\": \"1993-05-19\"", "\"joined\": \"1993-02-30\"", "$.members[0].joined", "is '1993-02-30'; it must be a date as 2023, 2023-10 or 2023-10-05")]
    [InlineData("\"joined\": \"1993-05-19\",", "", "$.members[0].joined", "is missing; it must be a date")]
    [InlineData("\"name\": \"Phan Thế Khải\"", "\"name\": \"  \"", "$.members[0].name", "is empty")]
    [InlineData("\"name\": \"Phan Thế Khải\"", "\"name\": null", "$.members[0].name", "is null; it must be a text")]
    [InlineData("\"name\": \"Phan Thế Khải\"", "\"name\": \"**Khải**\"", "$.members[0].name", "'**Khải**' is no name: letters, spaces, hyphens, apostrophes and full stops only")]
    [InlineData("\"name\": \"Phan Thế Khải\"", "\"name\": \"a\\u0000b\"", "$.members[0].name", "contains a control character or a line break")]
    [InlineData("\"managedByProvince\": true", "\"managedByProvince\": \"yes\"", "$.members[0].managedByProvince", "is 'yes'; it must be true or false")]
    [InlineData("\"id\": \"m11\"", "\"id\": \"m 11\"", "$.members[10].id", "'m 11' is no id: letters a–z and A–Z, digits, '-', '_' and '.', at most 64 of them")]
    [InlineData("\"tenant\": \"5f0c2a7e-8d41-4b6a-9c3e-71d2e4a80b15\"", "\"tenant\": \"contoso\"", "$.cell.tenant", "'contoso' is no GUID; it looks like 00000000-0000-0000-0000-000000000000")]
    [InlineData("\"service\": \"cadre\"", "\"phone\": \"0900\"", "$.members[0].phone", "is unknown here; known are id, name, gender, born, joined, official, service, job, unit, managedByProvince, upn, objectId, posts, standings, transfers, qualifications, duties")]
    [InlineData("\"time\": \"14:00\"", "\"time\": \"2pm\"", "$.events[1].time", "is '2pm'; it must be a time as 14:00")]
    [InlineData("\"date\": \"2026-01-05\"", "\"date\": \"2026-01\"", "$.events[1].date", "is '2026-01'; it must be a day as 2023-10-05")]
    [InlineData("\"day\": \"01-06\"", "\"day\": \"13-06\"", "$.anniversaries[0].day", "is '13-06'; it must be a day of the year as 02-03 (month-day)")]
    [InlineData("\"population\": \"cell\",", "", "$.targets[0].clauses[0].population", "is missing; it must be one of cell, units, members, membersAndCivilServants, officials, activities")]
    // Rules.
    [InlineData("\"id\": \"m11\"", "\"id\": \"M01\"", "$.members[10].id", "'M01' stands already at $.members[0]")]
    [InlineData("\"official\": \"1994-05-19\"", "\"official\": \"1992-05-19\"", "$.members[0].official", "is 1992-05-19, before the admission (1993-05-19)")]
    [InlineData("\"born\": \"1968-03-12\"", "\"born\": \"1993-05-19\"", "$.members[0].joined", "is 1993-05-19, not after the birth (1993-05-19)")]
    [InlineData("\"to\": \"2024-10-17\"", "\"to\": \"2021-10-17\"", "$.members[0].posts[0].to", "is 2021-10-17, before the beginning (2022-04-15)")]
    [InlineData("\"to\": \"2024-10-17\"", "\"to\": \"2024-10\"", "$.members[0].posts[1]", "overlaps $.members[0].posts[0]")]
    [InlineData("\"post\": \"committeeMember\", \"from\": \"2022-04-15\", \"to\": \"2023-10-19\"", "\"post\": \"secretary\", \"from\": \"2022-04-15\", \"to\": \"2023-10-19\"", "$.members[1].posts[0]", "overlaps $.members[0].posts[0]: 'secretary' has one holder at a time")]
    [InlineData("\"to\": \"2023-09-30\"", "\"to\": \"2023-10-01\"", "$.members[14].posts[0]", "is held after the member has left (2023-10); end it before with 'to'")]
    [InlineData("\"upn\": \"khai.pt@hdnd.example.org\"", "\"upn\": \"khai.pt\"", "$.members[0].upn", "'khai.pt' is no user principal name; it looks like name@example.org")]
    [InlineData("\"upn\": \"khai.pt@hdnd.example.org\"", "\"upn\": \"VINH.tq@hdnd.example.org\"", "$.members[2].upn", "'vinh.tq@hdnd.example.org' stands already at $.members[0]")]
    [InlineData("\"term\": \"2024\"", "\"term\": \"2025\"", "$.resolutions[1].term", "names the term '2025', which is not in the file")]
    [InlineData("\"owner\": \"m06\"", "\"owner\": \"m99\"", "$.targets[2].owner", "names the member 'm99', which is not in the file")]
    [InlineData("\"threshold\": 15", "\"threshold\": 115", "$.targets[5].clauses[1].threshold", "is 115; it must be from 0 to 100")]
    [InlineData("\"upTo\": 2", "\"upTo\": 0.5", "$.targets[3].clauses[1].upTo", "is below the threshold (1)")]
    [InlineData("\"grade\": \"good\",", "", "$.targets[0].clauses[0].grade", "is missing; a metric of grades names one")]
    [InlineData("\"target\": \"A7\"", "\"target\": \"A9\"", "$.results[6].target", "names the target 'A9', which is not in the file")]
    [InlineData("\"target\": \"A3\"", "\"target\": \"A5\"", "$.results[4].target", "'A5|term' stands already at $.results[2]")]
    [InlineData("\"clause\": 2, \"count\": 10, \"of\": 14", "\"clause\": 2, \"count\": 15, \"of\": 14", "$.results[6].measurements[1].count", "is 15, more than the whole (14)")]
    [InlineData("\"clause\": 2, \"count\": 10, \"of\": 14", "\"clause\": 3, \"count\": 10, \"of\": 14", "$.results[6].measurements[1].clause", "is 3, but the target 'A7' has 2")]
    [InlineData("\"clause\": 2, \"count\": 10, \"of\": 14", "\"clause\": 2, \"count\": 10", "$.results[6].measurements[1].of", "is missing; a share has a whole")]
    [InlineData("\"chair\": \"m04\"", "\"chair\": \"m40\"", "$.events[13].chair", "names the member 'm40', which is not in the file")]
    public void One_mistake_is_told_alone(string right, string wrong, string path, string problem)
    {
        // Where the first such text isn't the one that is meant, the path says so and the test fails.
        var mistakes = SampleFiles.Mistakes(SampleFiles.With(right, wrong));

        Assert.Equal((path, problem), mistakes.Select(mistake => (mistake.Path, mistake.Problem)).First());
        Assert.Single(mistakes);
    }

    [Theory]
    [InlineData("""
        "grades": [{ "year": 2025, "grade": "good", "member": "m99" }]
        """, "$.grades[0].member", "names the member 'm99', which is not in the file")]
    [InlineData("""
        "grades": [{ "year": 2025, "grade": "good" }, { "year": 2025, "grade": "excellent" }]
        """, "$.grades[1].year", "'2025|cell' stands already at $.grades[0]")]
    [InlineData("""
        "awards": [{ "year": 2025, "title": "advanced", "member": "m01", "unit": "Phòng Một" }]
        """, "$.awards[0].unit", "goes only without 'member': it is about one or the other")]
    [InlineData("""
        "deeds": [{ "id": "d", "kind": "work", "title": "Sửa đường", "date": "2025-05", "target": "B8", "clause": 2 },
        """, "$.deeds[0].clause", "is 2, which is no clause of the target 'B8' that counts activities")]
    [InlineData("""
        "deeds": [{ "id": "d", "kind": "work", "title": "Sửa đường", "date": "2025-05", "clause": 1 },
        """, "$.deeds[0].clause", "needs a target")]
    [InlineData("""
        "turnouts": [{ "meeting": "e", "date": "2025-05-03", "present": 13, "expected": 12 }]
        """, "$.turnouts[0].present", "is 13, more than expected (12)")]
    [InlineData("""
        "dues": [{ "member": "m05", "until": "2026" }]
        """, "$.dues[0].until", "is 2026; it must be a month as 2026-10")]
    [InlineData("""
        "dues": [{ "member": "m99", "until": "2026-10" }]
        """, "$.dues[0].member", "names the member 'm99', which is not in the file")]
    [InlineData("""
        "dues": [{ "member": "m05", "until": "2026-10" }, { "member": "m05", "until": "2026-11" }]
        """, "$.dues[1].member", "'m05' stands already at $.dues[0]")]
    [InlineData("""
        "rules": [{ "topic": "grades", "name": "quota.share", "value": "25", "reason": "Cấp trên cho phép" }]
        """, "$.rules[0]", "The rules '366-qd-tw-2025' have no constant 'quota.share'.")]
    [InlineData("""
        "rules": [{ "topic": "dues", "name": "quota.share", "value": "25", "reason": "Cấp trên cho phép" }]
        """, "$.rules[0]", "'dues' is no topic whose constants a cell can set; there are grades, targets, meetings")]
    public void A_wrong_fact_is_told(string facts, string path, string problem)
    {
        // The sample has deeds already; the wrong one comes before them.
        var mistake = Assert.Single(SampleFiles.Mistakes(facts.EndsWith(',')
            ? SampleFiles.With("\"deeds\": [", facts)
            : SampleFiles.With("\"anniversaries\": [", facts + ", \"anniversaries\": [")));

        Assert.Equal((path, problem), (mistake.Path, mistake.Problem));
    }

    [Fact]
    public void All_mistakes_are_told_in_one_run_in_the_order_of_their_lines()
    {
        var mistakes = SampleFiles.Mistakes("""
            {
              "version": 1,
              "cell": { "id": "c", "name": "Chi bộ", "tenant": "5f0c2a7e-8d41-4b6a-9c3e-71d2e4a80b15", "colour": "red" },
              "members": [
                { "id": "a", "name": "Nguyễn Văn An", "gender": "male", "joined": "2020",
                  "posts": [ { "post": "boss", "from": "2021" }, { "post": "clerk", "from": "2022", "to": "2021" } ] },
                { "id": "a", "name": "Lê Thị Bình", "gender": "female", "joined": "2021-13" }
              ],
              "targets": [ { "id": "t", "resolution": "none", "number": 1, "title": "T", "text": "T", "clauses": [] } ]
            }
            """);

        Assert.Equal(
            [
                "line 3, $.cell.colour: is unknown here; known are id, name, tenant, parent, founded, decision, predecessors",
                "line 6, $.members[0].posts[0].post: is 'boss'; it must be one of secretary, deputySecretary, committeeMember, clerk, duesCollector",
                "line 7, $.members[1].joined: is '2021-13'; it must be a date as 2023, 2023-10 or 2023-10-05",
                "line 9, $.targets[0].resolution: names the resolution 'none', which is not in the file",
                "line 9, $.targets[0].clauses: is missing or empty; a target has at least one clause",
            ],
            mistakes.Select(mistake => mistake.ToString()));
    }

    [Fact]
    public void A_property_that_stands_twice_is_told() =>
        Assert.Equal("line 3, $.version: stands twice in its object", Assert.Single(SampleFiles.Mistakes("{\n\"version\": 1,\n\"version\": 1\n}")).ToString());

    [Fact]
    public void Half_a_letter_is_told() =>
        Assert.Equal("line 2, $.cell.name: contains a text that is no valid Unicode", Assert.Single(SampleFiles.Mistakes("{ \"cell\": {\n\"name\": \"\\ud800\" } }")).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"version\": 1, }")]
    [InlineData("// no comments\n{}")]
    public void What_is_no_JSON_is_told_with_its_line(string text)
    {
        var mistake = Assert.Single(SampleFiles.Mistakes(text));

        Assert.Equal("$", mistake.Path);
        Assert.NotNull(mistake.Line);
        Assert.StartsWith("This is no valid JSON at byte ", mistake.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{ \"version\": 1, \"cell\": 1, \"members\": {}, \"events\": [ 1, \"two\", null ] }")]
    public void What_has_another_shape_is_told_and_never_thrown(string text) => Assert.NotEmpty(SampleFiles.Mistakes(text));

    [Fact]
    public void A_byte_order_mark_is_no_mistake() =>
        Assert.Empty(CellFileReader.Read(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(SampleFiles.CouncilText)).ToArray()).Mistakes);

    [Fact]
    public void Letters_with_separate_marks_are_told()
    {
        var mistake = Assert.Single(SampleFiles.Mistakes(SampleFiles.With("Phan Thế Khải", "Phan The\u0302\u0301 Khải")));

        Assert.Equal("line 14, $.members[0].name: contains letters with separate marks; save the file in composed letters (Unicode NFC)", mistake.ToString());
    }
}
