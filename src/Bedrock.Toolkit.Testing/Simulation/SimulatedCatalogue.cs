using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Which ids there are, and which of them answer only through an inference profile. Thread-safe.</summary>
internal static class SimulatedCatalogue
{
    private const string NoSuchModel = "The provided model identifier is invalid.";
    private const string ImageServiceGeography = "us";
    private const int MaxPassed = 1_000;

    private static readonly FrozenSet<string> ImageServices = ModelsOf(typeof(StabilityServiceModels))
        .Select(static model => model.Id.BaseModel!).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Model> Known = new[]
    {
        ModelsOf(typeof(AmazonRerankModels)),
        ModelsOf(typeof(ChatCompletionModels)),
        ModelsOf(typeof(ClaudeModels)),
        ModelsOf(typeof(ClaudeTextModels)),
        ModelsOf(typeof(CohereEmbedModels)),
        ModelsOf(typeof(CohereRerankModels)),
        ModelsOf(typeof(CommandModels)),
        ModelsOf(typeof(CommandRModels)),
        ModelsOf(typeof(DeepSeekChatModels)),
        ModelsOf(typeof(DeepSeekModels)),
        ModelsOf(typeof(GemmaModels)),
        ModelsOf(typeof(GlmModels)),
        ModelsOf(typeof(GrokModels)),
        ModelsOf(typeof(JambaModels)),
        ModelsOf(typeof(JurassicModels)),
        ModelsOf(typeof(LlamaModels)),
        ModelsOf(typeof(LumaModels)),
        ModelsOf(typeof(MarengoModels)),
        ModelsOf(typeof(MiniMaxModels)),
        ModelsOf(typeof(MistralChatCompletionModels)),
        ModelsOf(typeof(MistralChatModels)),
        ModelsOf(typeof(MistralModels)),
        ModelsOf(typeof(MoonshotModels)),
        ModelsOf(typeof(NemotronModels)),
        ModelsOf(typeof(NovaCanvasModels)),
        ModelsOf(typeof(NovaEmbedModels)),
        ModelsOf(typeof(NovaModels)),
        ModelsOf(typeof(NovaReelModels)),
        ModelsOf(typeof(OpenAIModels)),
        ModelsOf(typeof(PegasusModels)),
        ModelsOf(typeof(QwenModels)),
        ModelsOf(typeof(StabilityServiceModels)),
        ModelsOf(typeof(StableDiffusionModels)),
        ModelsOf(typeof(StableImageModels)),
        ModelsOf(typeof(TitanImageModels)),
        ModelsOf(typeof(TitanModels)),
        ModelsOf(typeof(WriterModels)),
    }.SelectMany(static models => models).DistinctBy(static model => model.Id.BaseModel).ToFrozenDictionary(static model => model.Id.BaseModel!);

    // Ids that have passed: the same few come again and again.
    private static readonly ConcurrentDictionary<(string Id, bool NeedsProfile), bool> Passed = new();

    /// <summary>All models, by the ids that they have without a profile.</summary>
    public static IReadOnlyDictionary<string, Model> Models => Known;

    /// <summary>The geographies of the profiles through which alone a model answers; empty when its own id works.</summary>
    public static IReadOnlyList<string> ProfilesOf(string model) => ImageServices.Contains(model) ? [ImageServiceGeography] : ModelRules.For(model).Profiles;

    /// <summary>Refuses ids that do not exist, and ids that a call has to reach through a profile; an ARN that hides its model passes.</summary>
    /// <param name="modelId">The id of the call's path.</param>
    /// <param name="needsProfile">Whether the operation takes profiles.</param>
    /// <exception cref="ServiceFailure">The service refuses the id.</exception>
    public static void Check(string modelId, bool needsProfile)
    {
        if (Passed.ContainsKey((modelId, needsProfile)))
        {
            return;
        }

        CheckAnew(modelId, needsProfile);
        if (Passed.Count < MaxPassed)
        {
            Passed.TryAdd((modelId, needsProfile), true);
        }
    }

    private static void CheckAnew(string modelId, bool needsProfile)
    {
        if (!ModelId.TryParse(modelId, null, out ModelId id))
        {
            throw ServiceFailure.Validation(NoSuchModel);
        }

        if (id.BaseModel is not { } name)
        {
            if (!id.IsArn)
            {
                throw Unknown(modelId);
            }

            return;
        }

        if (!IsKnown(name))
        {
            throw Unknown(modelId);
        }

        IReadOnlyList<string> profiles = ProfilesOf(name);
        if (profiles.Count == 0 || !needsProfile)
        {
            return;
        }

        if (id.Geography is not { } geography)
        {
            throw ServiceFailure.Validation($"Invocation of model ID {modelId} with on-demand throughput isn\u2019t supported. "
                + "Retry your request with the ID or ARN of an inference profile that contains this model.");
        }

        if (!profiles.Contains(geography))
        {
            throw ServiceFailure.Validation(NoSuchModel + $" (The profiles of this model begin with: {string.Join(", ", profiles)}.)");
        }
    }

    // Variants for provisioned throughput have a suffix, such as :24k.
    private static bool IsKnown(string name)
    {
        for (int end = name.Length; end > 0; end = name.LastIndexOf(':', end - 1))
        {
            if (Known.ContainsKey(name[..end]) || SimulatedSpeech.Models.Contains(name[..end]))
            {
                return true;
            }
        }

        return false;
    }

    private static ServiceFailure Unknown(string modelId) => ServiceFailure.Validation(
        $"{NoSuchModel} ('{modelId}' is no id that this version of the library knows: AllowAnyModel() lets every id pass.)");

    private static IEnumerable<Model> ModelsOf([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type models) =>
        models.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(static property => property.GetValue(null))
            .OfType<Model>()
            .Where(static model => model.Id.BaseModel is not null);
}
