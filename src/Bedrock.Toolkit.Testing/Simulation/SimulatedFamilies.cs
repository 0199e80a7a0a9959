using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>All simulated families. Each adds itself from its own file, by a field of this class that calls <see cref="Register"/>.</summary>
internal static partial class SimulatedFamilies
{
    // No initialiser on purpose: the order of those in the other files is not fixed, so the list is made by whoever registers first.
    private static List<ISimulatedFamily>? _all;

    /// <summary>The family of a model id or ARN; null when none is known.</summary>
    public static (ISimulatedFamily Family, string Model)? Find(string modelId)
    {
        if (!ModelId.TryParse(modelId, null, out ModelId id) || ModelOf(id) is not { } model)
        {
            return null;
        }

        ISimulatedFamily? best = null;
        int longest = 0;
        foreach (ISimulatedFamily family in _all!)
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

    private static bool Register(ISimulatedFamily family)
    {
        (_all ??= []).Add(family);
        return true;
    }
}
