using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>The generated metadata says what System.Text.Json's own reflection says of the same types.</summary>
public sealed class WireTypeMetadataTests
{
    private static readonly JsonSerializerOptions ByReflection = new(BedrockJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    [Fact]
    public void TypeInfo_EveryWireType_HasTheMembersThatReflectionFinds() =>
        ConventionFaults.AssertNone(KnownModels.ConcreteWireTypes.Where(HasMetadata).SelectMany(FaultsOf));

    [Fact]
    public void TypeInfo_EveryWireType_IsThereForMoreThanFiveHundred() =>
        Assert.True(KnownModels.ConcreteWireTypes.Count(HasMetadata) > 500);

    // The unknown variants are made from raw JSON and have no metadata of their own.
    private static bool HasMetadata(Type type) => BedrockJson.Options.TryGetTypeInfo(type, out JsonTypeInfo? info) && info.Kind == JsonTypeInfoKind.Object;

    private static IEnumerable<string> FaultsOf(Type type)
    {
        string[] ours = [.. Lines(BedrockJson.Options.GetTypeInfo(type))];
        string[] reflected = [.. Lines(ByReflection.GetTypeInfo(type))];
        return ours.Except(reflected).Select(line => $"{type.Name}: generated {line}")
            .Concat(reflected.Except(ours).Select(line => $"{type.Name}: reflected {line}"))
            .Concat(ours.Order().SequenceEqual(reflected.Order()) && !ours.SequenceEqual(reflected) ? [$"{type.Name}: other order"] : []);
    }

    private static IEnumerable<string> Lines(JsonTypeInfo info) => info.Properties
        .Where(member => member.Get is not null || member.Set is not null || member.IsExtensionData)
        .Select(member => $"{(member.IsExtensionData ? "(more)" : member.Name)} {Kind(member)} order {member.Order} required {member.IsRequired} "
            + $"numbers {member.NumberHandling} gets {member.Get is not null} sets {member.Set is not null}")
        .Append($"creates {info.CreateObject is not null}");

    // A member that is an open value goes through the generated metadata as its text.
    private static string Kind(JsonPropertyInfo member)
    {
        Type type = member.DeclaredType;
        return (Nullable.GetUnderlyingType(type) ?? type).GetInterfaces().Any(item => item.Name.StartsWith("IOpenValue", StringComparison.Ordinal))
            ? type.ToString() : $"{type} gets null {member.IsGetNullable} sets null {member.IsSetNullable} by {member.CustomConverter?.GetType()}";
    }
}
