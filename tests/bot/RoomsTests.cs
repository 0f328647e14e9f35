using System.Reflection;
using System.Reflection.Emit;
using ChiBoBot.Turns;

namespace ChiBoBot.Tests;

/// <summary>The arrows between the rooms, read from the compiled code: signatures and bodies.</summary>
public class RoomsTests
{
    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    // A room may use itself, .NET, packages, and these.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Storage"] = [],
        ["Understanding"] = [],
        ["Rules"] = ["Cards"],
        ["Teams"] = ["Cards"],
        ["Turns"] = ["Cards", "Teams", "Storage", "Understanding"],
        ["Due"] = ["Cards", "Teams", "Storage"],
        ["Features.Cells"] = ["Cards", "Storage", "Understanding", "Rules", "Turns"],
        ["Features"] = ["Cards", "Teams", "Storage", "Understanding", "Rules", "Turns", "Due", "Features.Cells"],
        ["Commands"] = ["*"],
    };

    [Fact]
    public void No_room_uses_a_room_that_it_may_not_know()
    {
        var broken = Uses()
            .Where(use => use.From != use.To && MayUse.TryGetValue(Rule(use.From), out var allowed) && !allowed.Contains("*") && !allowed.Contains(Rule(use.To)) && !allowed.Contains(use.To))
            .Select(use => $"{use.From} → {use.To} in {use.In}")
            .Distinct()
            .Order()
            .ToList();

        Assert.Empty(broken);
    }

    [Fact]
    public void The_test_sees_what_code_uses() =>
        Assert.Contains(Uses(), use => use is { From: "Turns", To: "Teams" });

    [Fact]
    public void Cards_refer_to_nothing_of_the_bot() =>
        Assert.DoesNotContain(typeof(Cards.AdaptiveCard).Assembly.GetReferencedAssemblies(), name => name.Name == "chibobot");

    private static string Rule(string room) =>
        MayUse.ContainsKey(room) ? room : room.StartsWith("Features.", StringComparison.Ordinal) ? "Features" : room;

    private static IEnumerable<(string From, string To, string In)> Uses() =>
        from type in typeof(Turn).Assembly.GetTypes()
        let room = RoomOf(type)
        where room is not null
        from used in UsedBy(type)
        let other = RoomOf(used)
        where other is not null
        select (room, other, type.Name);

    private static string? RoomOf(Type type)
    {
        if (type.Namespace is null || !type.Namespace.StartsWith("ChiBoBot.", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = type.Namespace.Split('.');
        return parts[1] == "Features" && parts.Length > 2 ? $"Features.{parts[2]}" : parts[1];
    }

    private static IEnumerable<Type> UsedBy(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var signatures = new List<Type?> { type.BaseType };
        signatures.AddRange(type.GetInterfaces());
        signatures.AddRange(type.GetFields(All).Select(field => field.FieldType));
        foreach (var method in type.GetMembers(All).OfType<MethodBase>())
        {
            signatures.AddRange(method.GetParameters().Select(parameter => parameter.ParameterType));
            signatures.Add((method as MethodInfo)?.ReturnType);
            signatures.AddRange(BodyOf(type, method));
        }

        return signatures.OfType<Type>().SelectMany(Open);
    }

    private static IEnumerable<Type?> BodyOf(Type type, MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        var typeArguments = type.IsGenericType ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var operation = OpCodes[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                var member = type.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments);
                yield return member as Type ?? member?.DeclaringType;
                if (member is MethodInfo { IsGenericMethod: true } generic)
                {
                    foreach (var argument in generic.GetGenericArguments())
                    {
                        yield return argument;
                    }
                }
            }

            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Open(Type type)
    {
        if (type.HasElementType)
        {
            return Open(type.GetElementType()!);
        }

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Open).Prepend(type) : [type];
    }
}
