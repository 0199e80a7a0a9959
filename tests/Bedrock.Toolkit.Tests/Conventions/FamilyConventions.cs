using System.Reflection;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Testing.Simulation;
using Bedrock.Toolkit.Tests.Contracts;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>What a family must not forget; each fault says what to do.</summary>
internal static class FamilyConventions
{
    public static bool CountsInput(Type response) => CountsBelow(response).Any(Sample.IsInputCount);

    public static bool CountsOutput(Type response) => CountsBelow(response).Any(Sample.IsOutputCount);

    /// <summary>A response that counts tokens, but hands nothing on.</summary>
    public static string? FaultOfUsage(Type response)
    {
        MethodInfo readUsage = response.GetMethod("ReadUsage", BindingFlags.NonPublic | BindingFlags.Instance)!;
        return (CountsInput(response) || CountsOutput(response)) && readUsage.DeclaringType == typeof(BedrockResponse)
            ? $"{response.Name} counts tokens ({string.Join(", ", CountsBelow(response).Distinct())}), "
                + "but TokenUsage does not tell them: override ReadUsage and hand them on"
            : null;
    }

    /// <summary>A type that <see cref="BedrockJson"/> does not know.</summary>
    public static string? FaultOfRegistration(Type type) => BedrockJson.Options.TryGetTypeInfo(type, out _)
        ? null
        : $"{type.Name} is not known to BedrockJson: add the family's context, Models.…JsonContext.Default, "
            + "to BedrockJson.Families, and the type to the context";

    /// <summary>A model that the simulated Bedrock does not answer.</summary>
    public static string? FaultOfSimulation(Model model) => SimulatedFamilies.Find(model.Id.Value) is null
        ? $"{model.Id} is not answered by the simulated Bedrock: "
            + "add src/Bedrock.Toolkit.Testing/Simulation/Simulated….cs with its prefix, and one line to SimulatedFamilies"
        : null;

    // Numbers only: other members with "token" in their names are texts or lists.
    private static IEnumerable<string> CountsBelow(Type response) =>
        from type in KnownModels.ReachedFrom([response]).Append(response).Distinct()
        from member in WireTypeRules.MembersOf(type)
        let number = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType
        where WireTypeRules.IsOnTheWire(member) && (number == typeof(int) || number == typeof(long))
        let name = member.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name
        where Sample.IsInputCount(name) || Sample.IsOutputCount(name)
        select name;
}
