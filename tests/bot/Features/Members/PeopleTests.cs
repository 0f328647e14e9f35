using ChiBoBot.Features.Cells;
using ChiBoBot.Features.Cells.Sample;
using ChiBoBot.Storage;
using ChiBoBot.Tests.Features.Cells;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests.Features.Members;

/// <summary>Who an object id is, and what the day makes of them.</summary>
public class PeopleTests
{
    private const string FormerDeputy = "m15";

    [Fact]
    public async Task The_secretary_is_a_member_and_the_secretary()
    {
        var world = await MembersWorld.Create();

        Assert.Equal(
            new Asker("hdnd", "m01", "Phan Thế Khải", Role.Member | Role.Secretary),
            await world.WhoIs(SampleCells.SecretaryObjectId));
    }

    [Theory]
    [InlineData("2023-09-30", Role.Member | Role.DeputySecretary)]
    [InlineData("2023-10-01", Role.FormerMember)]
    [InlineData("2026-11-22", Role.FormerMember)]
    public async Task Rights_end_with_the_post_and_with_the_membership(string day, object roles)
    {
        var world = await MembersWorld.Create();

        Assert.Equal((Role)roles, (await world.WhoIs(ObjectIdOf(FormerDeputy), At(day)))!.Roles);
    }

    [Theory]
    [InlineData("2023-10-19", Role.Member | Role.CommitteeMember)]
    [InlineData("2023-10-20", Role.Member | Role.DeputySecretary)]
    public async Task A_post_begins_on_its_day(string day, object roles)
    {
        var world = await MembersWorld.Create();

        Assert.Equal((Role)roles, (await world.WhoIs(ObjectIdOf("m02"), At(day)))!.Roles);
    }

    [Fact]
    public async Task The_day_is_Vietnams()
    {
        var world = await MembersWorld.Create();

        // 17:30 on the 30th in London is 00:30 on the 1st in Vietnam.
        Assert.Equal(Role.FormerMember, (await world.WhoIs(ObjectIdOf(FormerDeputy), new DateTimeOffset(2023, 9, 30, 17, 30, 0, TimeSpan.Zero)))!.Roles);
    }

    [Fact]
    public async Task A_suspended_secretary_has_no_rights_of_the_post()
    {
        var suspended = SampleFiles.Council.Members[0] with { Standings = [new(Standing.Suspended, PartialDate.Parse("2026-11-01"))] };
        var world = await MembersWorld.Create(SampleFiles.Council with { Members = [suspended, .. SampleFiles.Council.Members.Skip(1)] });

        Assert.Equal(Role.Member, (await world.WhoIs(SampleCells.SecretaryObjectId))!.Roles);
    }

    [Fact]
    public async Task Nobody_knows_an_unknown_account_a_guest_or_another_tenant()
    {
        var world = await MembersWorld.Create();

        Assert.Null(await world.WhoIs("00000000-0000-4000-8000-000000000009"));
        Assert.Null(await world.WhoIs(null));
        Assert.Null(await world.WhoIs(SampleCells.SecretaryObjectId, tenant: "00000000-0000-4000-8000-000000000009"));
    }

    [Fact]
    public async Task An_administrator_is_no_member()
    {
        var world = await MembersWorld.Create();

        var asker = await world.WhoIs("00000000-0000-4000-8000-000000000009", null, SampleCells.TenantId, "00000000-0000-4000-8000-000000000009");

        Assert.Equal(("", null, Role.Administrator), (asker!.CellId, asker.MemberId, asker.Roles));
    }

    [Fact]
    public async Task A_cell_whose_first_import_broke_off_knows_nobody()
    {
        var world = await MembersWorld.Create(SampleFiles.Merged);
        var people = SampleFiles.Council.Members.Sum(member => (member.ObjectId is null ? 0 : 1) + (member.Upn is null ? 0 : 1));
        world.Tables.Left = people;

        await Assert.ThrowsAsync<IOException>(() => world.Import(SampleFiles.Council));

        Assert.Null(await world.WhoIs(SampleCells.SecretaryObjectId));
    }

    [Fact]
    public async Task The_index_alone_makes_nobody_a_member()
    {
        var world = await MembersWorld.Create();
        await world.Tables.Add(new PersonRow("o|00000000-0000-4000-8000-000000000009", "hdnd", "m01"), CancellationToken.None);

        Assert.Null(await world.WhoIs("00000000-0000-4000-8000-000000000009"));
    }

    [Fact]
    public async Task Who_moved_to_another_cell_is_asked_for_by_the_new_one()
    {
        var moved = SampleFiles.Council.Members.Single(member => member.Id == FormerDeputy);
        var world = await MembersWorld.Create(
            SampleFiles.Council,
            SampleFiles.Merged with { Members = [.. SampleFiles.Merged.Members, moved with { Id = "m12", Posts = [], Transfers = [new(Direction.In, PartialDate.Parse("2023-10"), TransferReason.Reassigned)] }] });

        Assert.Equal(new Asker("van-phong", "m12", moved.Name, Role.Member), await world.WhoIs(moved.ObjectId));
    }

    [Fact]
    public async Task Who_is_here_for_a_while_is_asked_for_by_their_own_cell()
    {
        var guest = SampleFiles.Council.Members[2] with { Id = "a00", Posts = [], Standings = [new(Standing.TemporaryHere, PartialDate.Parse("2026-09"))] };
        var world = await MembersWorld.Create(SampleFiles.Council with { Cell = SampleFiles.Council.Cell with { Id = "z" } }, SampleFiles.Merged with { Members = [.. SampleFiles.Merged.Members, guest] });

        Assert.Equal("z", (await world.WhoIs(guest.ObjectId))!.CellId);
    }

    [Fact]
    public async Task The_Teams_id_is_kept_once()
    {
        var world = await MembersWorld.Create();
        await world.WhoIs(SampleCells.SecretaryObjectId);
        var commits = world.Tables.Commits;

        await world.WhoIs(SampleCells.SecretaryObjectId);

        Assert.Equal(commits, world.Tables.Commits);
        Assert.Equal(SampleCells.SecretaryTeamsId, (await world.Tables.Find<PersonRow>("o|" + SampleCells.SecretaryObjectId, "hdnd|m01", CancellationToken.None))!.Row.TeamsId);
    }

    private static string ObjectIdOf(string memberId) => SampleFiles.Council.Members.Single(member => member.Id == memberId).ObjectId!;

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse(day + "T12:00:00+07:00", System.Globalization.CultureInfo.InvariantCulture);
}
