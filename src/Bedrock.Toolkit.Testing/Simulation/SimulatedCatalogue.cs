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

    private static readonly FrozenSet<string> ImageServices = IdsOf(typeof(StabilityServiceModels)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Known = new[]
    {
        IdsOf(typeof(AmazonRerankModels)),
        IdsOf(typeof(ChatCompletionModels)),
        IdsOf(typeof(ClaudeModels)),
        IdsOf(typeof(ClaudeTextModels)),
        IdsOf(typeof(CohereEmbedModels)),
        IdsOf(typeof(CohereRerankModels)),
        IdsOf(typeof(CommandModels)),
        IdsOf(typeof(CommandRModels)),
        IdsOf(typeof(DeepSeekChatModels)),
        IdsOf(typeof(DeepSeekModels)),
        IdsOf(typeof(GemmaModels)),
        IdsOf(typeof(GlmModels)),
        IdsOf(typeof(GrokModels)),
        IdsOf(typeof(JambaModels)),
        IdsOf(typeof(JurassicModels)),
        IdsOf(typeof(LlamaModels)),
        IdsOf(typeof(LumaModels)),
        IdsOf(typeof(MarengoModels)),
        IdsOf(typeof(MiniMaxModels)),
        IdsOf(typeof(MistralChatCompletionModels)),
        IdsOf(typeof(MistralChatModels)),
        IdsOf(typeof(MistralModels)),
        IdsOf(typeof(MoonshotModels)),
        IdsOf(typeof(NemotronModels)),
        IdsOf(typeof(NovaCanvasModels)),
        IdsOf(typeof(NovaEmbedModels)),
        IdsOf(typeof(NovaModels)),
        IdsOf(typeof(NovaReelModels)),
        IdsOf(typeof(OpenAIModels)),
        IdsOf(typeof(PegasusModels)),
        IdsOf(typeof(QwenModels)),
        ImageServices,
        IdsOf(typeof(StableDiffusionModels)),
        IdsOf(typeof(StableImageModels)),
        IdsOf(typeof(TitanImageModels)),
        IdsOf(typeof(TitanModels)),
        IdsOf(typeof(WriterModels)),
        SimulatedSpeech.Models,
    }.SelectMany(static ids => ids).ToFrozenSet(StringComparer.Ordinal);

    // Ids that have passed: the same few come again and again.
    private static readonly ConcurrentDictionary<(string Id, bool NeedsProfile), bool> Passed = new();

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

        IReadOnlyList<string> profiles = ImageServices.Contains(name) ? [ImageServiceGeography] : ModelRules.For(id).Profiles;
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
            if (Known.Contains(name[..end]))
            {
                return true;
            }
        }

        return false;
    }

    private static ServiceFailure Unknown(string modelId) => ServiceFailure.Validation(
        $"{NoSuchModel} ('{modelId}' is no id that this version of the library knows: AllowAnyModel() lets every id pass.)");

    private static IEnumerable<string> IdsOf([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type models) =>
        models.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(static property => property.GetValue(null))
            .OfType<Model>()
            .Select(static model => model.Id.BaseModel)
            .OfType<string>();
}
