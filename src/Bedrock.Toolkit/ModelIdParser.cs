using System.Collections.Frozen;

namespace Bedrock.Toolkit;

/// <summary>Reads what an id shows of itself. Only for inspection: no call depends on it.</summary>
internal static class ModelIdParser
{
    private const string ArnPrefix = "arn:";

    private static readonly FrozenSet<string> Geographies =
        FrozenSet.Create(StringComparer.Ordinal, "us", "eu", "apac", "us-gov", "jp", "au", "ca", "global");

    private static readonly FrozenSet<string> Providers = FrozenSet.Create(
        StringComparer.Ordinal,
        "ai21", "amazon", "anthropic", "cohere", "deepseek", "google", "luma", "meta", "minimax", "mistral", "moonshot", "moonshotai",
        "nvidia", "openai", "qwen", "stability", "twelvelabs", "writer", "xai", "zai");

    public static ModelIdKind KindOf(string id)
    {
        if (!TrySplitArn(id, out string[] arn))
        {
            return id.StartsWith(ArnPrefix, StringComparison.Ordinal) ? ModelIdKind.Other
                : Split(id).Geography is null ? ModelIdKind.FoundationModel
                : ModelIdKind.InferenceProfile;
        }

        return arn[5].Split('/')[0] switch
        {
            "foundation-model" => ModelIdKind.FoundationModel,
            "inference-profile" => ModelIdKind.InferenceProfile,
            "application-inference-profile" => ModelIdKind.ApplicationInferenceProfile,
            "provisioned-model" => ModelIdKind.ProvisionedModel,
            "custom-model" => ModelIdKind.CustomModel,
            "custom-model-deployment" => ModelIdKind.CustomModelDeployment,
            "imported-model" => ModelIdKind.ImportedModel,
            "prompt" => ModelIdKind.Prompt,
            "prompt-router" or "default-prompt-router" => ModelIdKind.PromptRouter,
            "endpoint" => ModelIdKind.MarketplaceEndpoint,
            _ => ModelIdKind.Other,
        };
    }

    public static string? RegionOf(string id) => TrySplitArn(id, out string[] arn) && arn[3].Length > 0 ? arn[3] : null;

    /// <summary>The part that may show the model: the id itself, or the resource of a foundation-model or inference-profile ARN.</summary>
    public static string ResourceOf(string id)
    {
        if (!TrySplitArn(id, out string[] arn))
        {
            return id.StartsWith(ArnPrefix, StringComparison.Ordinal) ? string.Empty : id;
        }

        int slash = arn[5].IndexOf('/', StringComparison.Ordinal);
        string kind = slash < 0 ? arn[5] : arn[5][..slash];
        return kind is "foundation-model" or "inference-profile" ? arn[5][(slash + 1)..] : string.Empty;
    }

    /// <summary>Splits <c>us.anthropic.claude…</c>. A first segment that nobody knows counts as a geography when a known provider follows it.</summary>
    public static (string? Geography, string? Provider, string? Model) Split(string id)
    {
        string[] parts = id.Split('.', 3);
        if (parts.Length < 2 || parts.Any(p => p.Length == 0))
        {
            return (null, null, null);
        }

        bool prefixed = parts.Length == 3
            && (Geographies.Contains(parts[0]) || (Providers.Contains(parts[1]) && !Providers.Contains(parts[0])));
        return prefixed
            ? (parts[0], parts[1], $"{parts[1]}.{parts[2]}")
            : (null, parts[0], id);
    }

    private static bool TrySplitArn(string id, out string[] parts)
    {
        parts = id.Split(':', 6);
        return parts.Length == 6 && parts[0] == "arn";
    }
}
