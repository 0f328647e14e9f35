using System.Globalization;
using ChiBoBot.Cards;
using ChiBoBot.Due;
using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Reminders;
using ChiBoBot.Tests.Features.Cells;
using Microsoft.Extensions.DependencyInjection;

namespace ChiBoBot.Tests.Features.Reminders;

/// <summary>Wishes in the group, where the cell wants them and the member didn't say no. It is 08:00 on Sunday 22/11/2026.</summary>
public class BirthdayTests
{
    [Fact]
    public async Task Without_the_cells_choice_nobody_is_wished_anything()
    {
        await using var talk = await Begin(("m06", "1980-11-26"));
        Assert.Empty(await Wishes(talk, days: 8));
    }

    [Fact]
    public async Task The_group_reads_it_in_the_morning_without_the_age_and_on_a_quiet_day_the_morning_after()
    {
        await using var talk = await Begin(("m06", "1980-11-26"), ("m07", "1975-11-29"), ("m08", "1990-11"));
        await SwitchOn(talk);

        Assert.Equal(
            [
                $"26/11 08 Chi bộ chúc mừng sinh nhật đồng chí {NameOf("m06")}. Chúc đồng chí mạnh khỏe, hạnh phúc, hoàn thành tốt nhiệm vụ.",
                $"30/11 07 Chi bộ chúc mừng sinh nhật đồng chí {NameOf("m07")} (ngày 29/11). Chúc đồng chí mạnh khỏe, hạnh phúc, hoàn thành tốt nhiệm vụ.",
            ],
            await Wishes(talk, days: 9));
    }

    [Fact]
    public async Task Who_said_no_is_left_out_until_they_say_otherwise()
    {
        await using var talk = await Begin(("m06", "1980-11-26"), ("m07", "1975-11-26"), ("m08", "1975-11-27"));
        await SwitchOn(talk);
        Assert.Contains("Chi bộ đang bật", await talk.Say("không chúc mừng sinh nhật tôi nhé", by: "m06"), StringComparison.Ordinal);
        Assert.Contains("Tôi không chúc mừng đồng chí.", await talk.Press("Không chúc mừng tôi", by: "m06"), StringComparison.Ordinal);
        await talk.Say("đừng chúc mừng sinh nhật", by: "m08");
        await talk.Press("Không chúc mừng tôi", by: "m08");
        Assert.Contains("tôi chúc mừng cả đồng chí", await talk.Press("Chúc mừng tôi lại", by: "m08"), StringComparison.Ordinal);

        Assert.Equal([$"26/11 08 Chi bộ chúc mừng sinh nhật đồng chí {NameOf("m07")}.", $"27/11 08 Chi bộ chúc mừng sinh nhật đồng chí {NameOf("m08")}."], (await Wishes(talk, days: 8)).Select(wish => wish[..(wish.IndexOf('.', StringComparison.Ordinal) + 1)]));
    }

    [Fact]
    public async Task A_cell_that_switches_it_off_again_gets_what_was_planned_no_more()
    {
        await using var talk = await Begin(("m06", "1980-11-26"));
        await SwitchOn(talk);
        await talk.Say("tắt chúc mừng sinh nhật");
        Assert.Contains("Không chúc mừng.", await talk.Press("Về mặc định"), StringComparison.Ordinal);

        Assert.Empty(await Wishes(talk, days: 8));
    }

    [Fact]
    public async Task Only_officers_switch_it_on()
    {
        await using var talk = await Begin();
        Assert.DoesNotContain("Lưu lịch nhắc", await talk.Say("bật chúc mừng sinh nhật", by: "m06"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1980-02-29", "2027-02-28", true)]
    [InlineData("1980-02-29", "2028-02-28", false)]
    [InlineData("1980-02-29", "2028-02-29", true)]
    [InlineData("1980-11-26", "2026-11-26", true)]
    [InlineData("1980-11", "2026-11-01", false)]
    [InlineData("1980", "2026-01-01", false)]
    public void The_day_is_that_of_the_birth_and_the_28th_of_February_where_there_is_no_29th(string born, string day, bool expected) =>
        Assert.Equal(expected, Birthdays.IsBirthday(
            new Member("m1", "Tống Duy Anh", Gender.Male) { Joined = PartialDate.Parse("2010"), Born = PartialDate.Parse(born) }, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    /// <summary>A cell in which only these have a birthday that is known.</summary>
    private static async Task<Talk> Begin(params (string Member, string Born)[] born)
    {
        var talk = await Talk.Begin(SampleFiles.Council with
        {
            Events = [],
            Members = [.. SampleFiles.Council.Members.Select(member => member with { Born = born.Any(one => one.Member == member.Id) ? PartialDate.Parse(born.Single(one => one.Member == member.Id).Born) : null })],
        });
        await WeekDue.Begin(talk.Tables, talk.Services.GetRequiredService<Schedule>(), SampleFiles.Council.Cell.Id, talk.Clock.GetUtcNow(), default);
        return talk;
    }

    private static async Task SwitchOn(Talk talk)
    {
        await talk.Say("bật chúc mừng sinh nhật");
        Assert.Contains("đúng ngày sinh lúc 07:30 chúc trong nhóm.", await talk.Press("Lưu lịch nhắc", inputs: [("to0", "Group"), ("when0", "0a"), ("at0", "07:30")]), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> Wishes(Talk talk, int days)
    {
        var found = new List<string>();
        for (var i = 0; i < days * 48; i++)
        {
            var before = talk.Teams.Posts.Count;
            await talk.Pass(TimeSpan.FromMinutes(30));
            var at = talk.Clock.GetUtcNow().ToOffset(VietnamTime.Offset).ToString("dd/MM HH", CultureInfo.InvariantCulture);
            found.AddRange(talk.Teams.Posts.Skip(before).Where(post => post.Text.StartsWith("Chúc mừng sinh nhật\n", StringComparison.Ordinal)).Select(post => $"{at} {post.Text.Split('\n')[1]}"));
        }

        return found;
    }

    private static string NameOf(string member) => SampleFiles.Council.Members.Single(one => one.Id == member).Name;
}
