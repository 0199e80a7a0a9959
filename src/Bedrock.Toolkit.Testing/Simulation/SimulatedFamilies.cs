using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>All simulated families, one line each. Thread-safe.</summary>
internal static class SimulatedFamilies
{
    // In any order: of all families the one with the longest matching prefix answers.
    private static readonly ISimulatedFamily[] All =
    [
        new SimulatedAmazonImage(),
        new SimulatedChatCompletions(),
        new SimulatedClaude(),
        new SimulatedClaudeText(),
        new SimulatedCohereEmbed(isV4: false, "cohere.embed-english-v3", "cohere.embed-multilingual-v3"),
        new SimulatedCohereEmbed(isV4: true, "cohere.embed-v4"),
        new SimulatedCommand(),
        new SimulatedCommandR(),
        new SimulatedDeepSeek(),
        new SimulatedImported(),
        new SimulatedJamba(),
        new SimulatedJurassic(),
        new SimulatedLlama(),
        new SimulatedMarengo("twelvelabs.marengo-embed-3-0", is27: false),
        new SimulatedMarengo("twelvelabs.marengo-embed-2-7", is27: true),
        new SimulatedMistral(),
        new SimulatedMistralChat(),
        new SimulatedNova(),
        new SimulatedNovaEmbed(),
        new SimulatedPegasus(),
        new SimulatedRerank("cohere.rerank-v3-5", isCohere: true),
        new SimulatedRerank("amazon.rerank-v1", isCohere: false),
        new SimulatedStableDiffusion(),
        new SimulatedStableImage(),
        new SimulatedTitanEmbedImage(),
        new SimulatedTitanEmbedText("amazon.titan-embed-text-v1", isV2: false),
        new SimulatedTitanEmbedText("amazon.titan-embed-text-v2", isV2: true),
        new SimulatedTitanText(),
    ];

    /// <summary>The family of a model id or ARN; null when none is known.</summary>
    public static (ISimulatedFamily Family, string Model)? Find(string modelId)
    {
        if (!ModelId.TryParse(modelId, null, out ModelId id) || ModelOf(id) is not { } model)
        {
            return null;
        }

        ISimulatedFamily? best = null;
        int longest = 0;
        foreach (ISimulatedFamily family in All)
        {
            foreach (string prefix in family.Prefixes)
            {
                if (prefix.Length > longest && model.StartsWith(prefix, StringComparison.Ordinal))
                {
                    (best, longest) = (family, prefix.Length);
                }
            }
        }

        return best is null ? null : (best, model);
    }

    /// <summary>Answers a call as the family of the model does.</summary>
    /// <exception cref="ServiceFailure">The id is not known, or the family refuses the body.</exception>
    public static SimulatedAnswer Answer(string modelId, ReadOnlyMemory<byte> body, bool streaming)
    {
        if (Find(modelId) is not var (family, model))
        {
            throw ServiceFailure.Validation("The provided model identifier is invalid.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw ServiceFailure.Malformed($"#: expected type: JSONObject, found: {document.RootElement.ValueKind}");
            }

            ImageRefusals.Check(document.RootElement);
            var call = new SimulatedCall(model, document.RootElement);
            return streaming ? family.Stream(call) : family.Invoke(call);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a member of another type than the schema's, or a text with half of a surrogate pair.
            throw ServiceFailure.Validation("Malformed input request, please reformat your input and try again.");
        }
    }

    // The ARN of an imported model hides what it is: what it answers follows from the body.
    private static string? ModelOf(ModelId id) => id.Kind == ModelIdKind.ImportedModel ? SimulatedImported.Prefix : id.BaseModel;
}
