using ChiBoBot.Commands;
using ChiBoBot.Commands.Playground;

namespace ChiBoBot.Conformance;

public class PlaygroundConfigTests
{
    [Fact]
    public void The_person_at_the_keyboard_comes_first_then_the_others_then_the_conversations()
    {
        var yaml = PlaygroundConfig.Yaml(SampleCast.Cast);

        Assert.StartsWith(
            """
            version: "0.1.1"
            tenantId: "6f1a2b3c-0000-4000-8000-000000000001"
            bot:
              id: "28:5e0c6f5a-7d0f-4b0e-9a38-1f6b2c3d4e5f"
              name: "ChiBoBot"
            currentUser:
              id: "29:person-1"
              name: "Nguyễn Thị Bí Thư"
              userPrincipleName: "person1@chibo.example"
              aadObjectId: "00000000-0000-4000-8000-000000000101"
              givenName: "Thư"
              surname: "Nguyễn"
              email: "person1@chibo.example"
            users:
              - id: "29:person-2"
            """,
            yaml,
            StringComparison.Ordinal);
        Assert.EndsWith(
            """
            groupChat:
              id: "19:demo-group@thread.v2"
              name: "Nhóm chi bộ"
            team:
              id: "19:demo-team@thread.tacv2"
              name: "Chi bộ"
              aadGroupId: "b2a7f0f2-1c5f-4d58-8f0e-6a4c9d3e2b10"
              channels:
                - id: "19:demo-channel@thread.tacv2"
                  name: "Sinh hoạt chi bộ"

            """,
            yaml,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_cannot_break_out_of_its_place() =>
        Assert.Contains("""name: "Vũ \u0022Sáu\u0022: #6""", PlaygroundConfig.Yaml(SampleCast.Cast), StringComparison.Ordinal);

    [Fact]
    public void Other_than_five_others_are_refused() =>
        Assert.Throws<ArgumentException>(() => PlaygroundConfig.Yaml(SampleCast.Cast with { Others = [SampleCast.Cast.Self] }));
}

/// <summary>Invented people for the tests' chats.</summary>
internal static class SampleCast
{
    public static DemoCast Cast { get; } = new(
        "6f1a2b3c-0000-4000-8000-000000000001",
        Person(1, "Nguyễn Thị Bí Thư"),
        [Person(2, "Trần Văn Hai"), Person(3, "Lê Thị Ba"), Person(4, "Phạm Văn Bốn"), Person(5, "Hoàng Thị Năm"), Person(6, "Vũ \"Sáu\": #6")]);

    private static DemoPerson Person(int number, string name) =>
        new($"29:person-{number}", name, $"00000000-0000-4000-8000-00000000010{number}", $"person{number}@chibo.example");
}
