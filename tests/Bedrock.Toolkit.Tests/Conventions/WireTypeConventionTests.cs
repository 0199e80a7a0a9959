using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>What holds for every type that is JSON on the wire.</summary>
public sealed class WireTypeConventionTests
{
    [Fact]
    public void WireTypes_AreFound()
    {
        Assert.Contains(typeof(ClaudeRequest), KnownModels.WireTypes);
        Assert.Contains(typeof(ChatCompletionStreamEvent), KnownModels.WireTypes.Concat(KnownModels.EventTypes));
        Assert.Contains(typeof(ChatCompletionDelta), KnownModels.ReachedFrom(KnownModels.EventTypes));
        Assert.True(KnownModels.WireTypes.Count > 120, $"Only {KnownModels.WireTypes.Count} wire types were found.");
    }

    [Fact]
    public void WireTypes_All_FollowTheRules() => ConventionFaults.AssertNone(KnownModels.WireTypes.SelectMany(WireTypeRules.FaultsOf));

    [Fact]
    public void WireTypes_All_AreRegisteredInBedrockJson() => ConventionFaults.AssertNone(
        from type in KnownModels.ConcreteWireTypes
        where !BedrockJson.Options.TryGetTypeInfo(type, out _) && !IsWrittenByItsUnion(type)
        select $"{type.Name} is not known to BedrockJson: a [JsonSerializable] is missing in its family's context");

    [Fact]
    public void Converters_All_ArePublicAndHidden() => ConventionFaults.AssertNone(
        from converter in KnownModels.Library.GetExportedTypes().SelectMany(WireTypeRules.ConvertersOf)
            .Where(converter => converter.Assembly == KnownModels.Library).Distinct()
        let hidden = converter.GetCustomAttribute<System.ComponentModel.EditorBrowsableAttribute>()?.State == System.ComponentModel.EditorBrowsableState.Never
        where !converter.IsVisible || !hidden
        select converter.IsVisible ? $"{converter.Name} is not hidden from completion lists"
            : $"{converter.Name} is not public: a host's own context could not use it");

    [Fact]
    public void Contexts_All_RepeatTheSettingsOfBedrockJson()
    {
        List<Type> contexts = [.. KnownModels.Library.GetTypes().Where(type => typeof(JsonSerializerContext).IsAssignableFrom(type))];

        Assert.NotEmpty(contexts);
        ConventionFaults.AssertNone(contexts.SelectMany(FaultsOfContext));
        Assert.Null(BedrockJson.Options.PropertyNamingPolicy);
        Assert.Null(BedrockJson.Options.DictionaryKeyPolicy);
        Assert.Empty(BedrockJson.Options.Converters);
    }

    [Fact]
    public void ReadEmptyObject_EveryAnswerType_LeavesNothingNullThatIsNotNullable() =>
        ConventionFaults.AssertNone(AnswerTypes().SelectMany(FaultsOfEmpty));

    [Fact]
    public void ReadEmptyObject_EveryOtherTypeWithoutRequiredMembers_LeavesNothingNullThatIsNotNullable() =>
        ConventionFaults.AssertNone(KnownModels.ConcreteWireTypes.Except(AnswerTypes()).Where(CanBeReadFromNothing).SelectMany(FaultsOfEmpty));

    [Fact]
    public void Rules_AppliedToBadTypes_FindTheFaults()
    {
        Assert.Contains(WireTypeRules.FaultsOf(typeof(Unnamed)), fault => fault.Contains("Unnamed.Name has neither", StringComparison.Ordinal));
        Assert.Contains(WireTypeRules.FaultsOf(typeof(Unnamed)), fault => fault.Contains("no settable AdditionalProperties", StringComparison.Ordinal));
        Assert.Contains(WireTypeRules.FaultsOf(typeof(Polymorphic)), fault => fault.Contains("JsonPolymorphic", StringComparison.Ordinal));
        Assert.Contains(WireTypeRules.FaultsOf(typeof(InitOnly)), fault => fault.Contains("init-only", StringComparison.Ordinal));
        Assert.Contains(WireTypeRules.FaultsOf(typeof(Printing)), fault => fault.Contains("is a record", StringComparison.Ordinal));
        Assert.Single(WireTypeRules.NullsIn(new Unnamed()));
        Assert.NotEmpty(FaultsOfContext(typeof(Testing.TestJsonContext)));
    }

    private static IEnumerable<Type> AnswerTypes() => KnownModels.ReachedFrom(KnownModels.ResponseTypes.Concat(KnownModels.EventTypes))
        .Where(type => !type.IsAbstract && KnownModels.IsWireType(type));

    // The unknown variants and marks of a union, which have no members of their own on the wire: only the union's converter makes and writes them.
    private static bool IsWrittenByItsUnion(Type type) =>
        type.BaseType is { IsAbstract: true } union
        && BedrockJson.Options.TryGetTypeInfo(union, out _)
        && !type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Any(member => member.IsDefined(typeof(JsonPropertyNameAttribute), false));

    private static bool CanBeReadFromNothing(Type type) =>
        !WireTypeRules.MembersOf(type).Any(member => member.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null);

    private static IEnumerable<string> FaultsOfEmpty(Type type)
    {
        // The unknown variants are made from raw JSON and have no metadata of their own.
        if (!BedrockJson.Options.TryGetTypeInfo(type, out JsonTypeInfo? info))
        {
            return [];
        }

        try
        {
            return WireTypeRules.NullsIn(JsonSerializer.Deserialize("{}", info)!);
        }
        catch (JsonException e)
        {
            return [$"{type.Name} cannot be read from {{}}: {e.Message}"];
        }
    }

    private static IEnumerable<string> FaultsOfContext(Type context)
    {
        JsonSourceGenerationOptionsAttribute? options = context.GetCustomAttribute<JsonSourceGenerationOptionsAttribute>();
        if (options?.DefaultIgnoreCondition != JsonIgnoreCondition.WhenWritingNull || options.RespectNullableAnnotations != true)
        {
            yield return $"{context.Name} does not have WhenWritingNull and RespectNullableAnnotations";
        }

        if (options is not null
            && (options.PropertyNamingPolicy != JsonKnownNamingPolicy.Unspecified || options.DictionaryKeyPolicy != JsonKnownNamingPolicy.Unspecified))
        {
            yield return $"{context.Name} has a naming policy";
        }
    }

    private sealed class Unnamed
    {
        [JsonPropertyName("other")]
        public string Other { get; set; } = null!;

        public string? Name { get; set; }
    }

    [JsonPolymorphic]
    private abstract class Polymorphic
    {
        [JsonPropertyName("a")]
        public int A { get; set; }
    }

    private sealed class InitOnly
    {
        [JsonPropertyName("a")]
        public int A { get; init; }
    }

    private sealed record Printing([property: JsonPropertyName("a")] string A);
}
