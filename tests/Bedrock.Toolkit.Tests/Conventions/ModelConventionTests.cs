using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>What holds for every model that the library names.</summary>
public sealed partial class ModelConventionTests
{
    // The day as of which lifecycles are written down; the test must not read a clock.
    private static readonly DateOnly AsOf = new(2026, 11, 24);

    // Models that AWS serves in two formats, each with a class of its own, or that are called at once and asynchronously.
    private static readonly string[] InTwoSchemas =
        [
        "mistral.mistral-large-2402-v1:0", "anthropic.claude-v2", "anthropic.claude-v2:1", "anthropic.claude-instant-v1",
        "amazon.nova-2-multimodal-embeddings-v1:0", "twelvelabs.marengo-embed-3-0-v1:0", "twelvelabs.marengo-embed-2-7-v1:0",
    ];

    [Fact]
    public void Models_AreFound()
    {
        Assert.Contains(KnownModels.Classes, type => type.Name == "ClaudeModels");
        Assert.Contains(KnownModels.Classes, type => type.Name == "OpenAIModels");
        Assert.True(KnownModels.All.Count > 70, $"Only {KnownModels.All.Count} models were found.");
    }

    [Fact]
    public void Ids_AllFamilies_AreUnique() => NoFaults(
        from same in KnownModels.All.GroupBy(known => known.Model.Id.Value)
        where same.Count() > (InTwoSchemas.Contains(same.Key) ? 2 : 1)
            || same.Select(known => (known.Model.RequestType, known.Model.ResponseType)).Distinct().Count() < same.Count()
        select $"{same.Key}: {string.Join(", ", same.Select(Name))}");

    [Fact]
    public void Ids_AllFamilies_AreBareModelIds() => NoFaults(
        from known in KnownModels.All
        where known.Model.Id.Kind != ModelIdKind.FoundationModel || known.Model.Id.Geography is not null || known.Model.Id.Provider is null
        select $"{Name(known)}: {known.Model.Id} is {known.Model.Id.Kind}");

    [Fact]
    public void Capabilities_AllModels_FitTheDescriptor() =>
        NoFaults(KnownModels.All.SelectMany(known => FaultsOfCapabilities(known.Model).Select(fault => $"{Name(known)}: {fault}")));

    [Fact]
    public void Lifecycle_AllModels_IsConsistentWithObsolete() => NoFaults(
        KnownModels.All.SelectMany(known => FaultsOfLife(known.Model, known.Property.GetCustomAttribute<ObsoleteAttribute>())
            .Select(fault => $"{Name(known)}: {fault}")));

    [Fact]
    public void Classes_All_TakeAnyId() => NoFaults(
        from type in KnownModels.Classes
        let own = KnownModels.All.Where(known => known.Property.DeclaringType == type).ToList()
        where !type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(IsFactory)
            && own.Select(known => known.Model.RequestType).Distinct().Count() < 2 // where there are many types of requests, WithId of one of the models does it
        select $"{type.Name} has no method that makes a model from a ModelId or ARN");

    [Fact]
    public void Types_OfAllDescriptors_HaveTheBaseThatCarriesWhatTheCallTells() => NoFaults(
        (from type in KnownModels.ResponseTypes where !typeof(BedrockResponse)
            .IsAssignableFrom(type) select $"{type.Name} does not derive from BedrockResponse")
        .Concat(from type in KnownModels.EventTypes where !typeof(BedrockStreamEvent)
            .IsAssignableFrom(type) select $"{type.Name} does not derive from BedrockStreamEvent"));

    [Fact]
    public void Models_ThatWriteText_CheckRequestsAndTellTheirLimit() => NoFaults(
        from known in KnownModels.All
        let check = Read(known.Model, "CheckRequest") ?? Read(known.Model, "CheckInput")
        let limit = Read(known.Model, "ReadMaxTokens")
        where check is null || (limit is null && known.Model.Capabilities.Output.HasFlag(ModelModalities.Text))
        select $"{Name(known)} has no {(check is null ? "CheckRequest" : "ReadMaxTokens")}");

    [Fact]
    public void Rules_OfCapabilitiesAndLife_FindFaults()
    {
        Model streaming = KnownModels.All.First(known => known.Model.Id.Value == "openai.gpt-oss-20b-1:0").Model;
        Assert.Empty(FaultsOfCapabilities(streaming));
        Assert.Equal(2, FaultsOfCapabilities(
            new Odd { Capabilities = new ModelCapabilities { Input = ModelModalities.None, ContextTokens = 5, MaxOutputTokens = 6 } }).Count());
        Assert.Equal(4, FaultsOfLife(new Odd { Lifecycle = ModelLifecycle.Retired(2099, 1, 1) }, null).Count());
        Assert.Single(FaultsOfLife(new Odd { Lifecycle = ModelLifecycle.Legacy(2020, 1, 1) with { Replacement = "a.b" } }, null));
        Assert.Single(FaultsOfLife(new Odd(), new ObsoleteAttribute("use X")));
        Assert.Equal(2, FaultsOfLife(new Odd { Lifecycle = ModelLifecycle.Retired(2020, 1, 1) with { Replacement = "a.b" } },
            new ObsoleteAttribute("gone") { DiagnosticId = "X1" }).Count());
    }

    private static string Name((PropertyInfo Property, Model Model) known) => $"{known.Property.DeclaringType!.Name}.{known.Property.Name}";

    private static object? Read(Model model, string property) => model.GetType().GetProperty(property)?.GetValue(model);

    private static bool IsFactory(MethodInfo method) =>
        typeof(Model).IsAssignableFrom(method.ReturnType) && method.GetParameters() is [{ } first, ..]
            && (first.ParameterType == typeof(ModelId) || first.ParameterType == typeof(string));

    private static IEnumerable<string> FaultsOfCapabilities(Model model)
    {
        ModelCapabilities capabilities = model.Capabilities;
        bool streams = model.GetType() is { IsConstructedGenericType: true } type && type.GetGenericTypeDefinition() == typeof(StreamingModel<,,>);
        if (capabilities.Streaming != streams)
        {
            yield return streams ? "a StreamingModel must say that it streams" : "only a StreamingModel can say that it streams";
        }

        bool isAsync = model.ResponseType == typeof(void);
        if (!isAsync && model is IEmbeddingModel != capabilities.Output.HasFlag(ModelModalities.Embedding))
        {
            yield return "an EmbeddingModel, and no other, produces embeddings";
        }

        if (capabilities.Input == ModelModalities.None || capabilities.Output == ModelModalities.None)
        {
            yield return "reads or produces nothing";
        }

        if (capabilities.MaxOutputTokens > capabilities.ContextTokens || capabilities.ContextTokens <= 0 || capabilities.MaxOutputTokens <= 0)
        {
            yield return $"limits do not fit: context {capabilities.ContextTokens}, output {capabilities.MaxOutputTokens}";
        }
    }

    private static IEnumerable<string> FaultsOfLife(Model model, ObsoleteAttribute? obsolete)
    {
        ModelLifecycle life = model.Lifecycle;
        bool isRetired = life.Status == ModelStatus.Retired;
        if (isRetired != obsolete is not null)
        {
            yield return isRetired ? "retired, but not [Obsolete]" : "[Obsolete], but not retired";
        }

        if (isRetired && obsolete?.DiagnosticId != "BRT0001")
        {
            yield return $"[Obsolete] must have the diagnostic id BRT0001, not '{obsolete?.DiagnosticId}'";
        }

        if (isRetired && (obsolete?.Message is null || !NamesReplacement().IsMatch(obsolete.Message)))
        {
            yield return $"the message must say what to use: '{obsolete?.Message}'";
        }

        bool isPast = life.EndOfLife <= AsOf;
        if (life.Status switch
        {
            ModelStatus.Active => life.EndOfLife is not null,
            ModelStatus.Legacy => isPast,
            _ => life.EndOfLife is not null && !isPast,
        })
        {
            yield return $"{life.Status} does not fit the end of life {life.EndOfLife:o}";
        }
    }

    private static void NoFaults(IEnumerable<string> faults) => ConventionFaults.AssertNone(faults);

    [GeneratedRegex(@"\buse\b \S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesReplacement();

    private sealed class Odd() : Model<JsonElement, JsonElement>("odd.model", BedrockJson.TypeInfo<JsonElement>(), BedrockJson.TypeInfo<JsonElement>());
}
