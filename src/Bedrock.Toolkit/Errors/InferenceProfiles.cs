namespace Bedrock.Toolkit.Errors;

/// <summary>Which inference profiles a model may have, seen from a Region. A hint for messages: nothing is called because of it.</summary>
internal static class InferenceProfiles
{
    public static IReadOnlyList<string> Suggest(string? modelId, string? region)
    {
        if (!Bedrock.Toolkit.ModelId.TryParse(modelId, null, out ModelId id) || id.IsArn || id.Geography is not null)
        {
            return [];
        }

        return [.. Geographies(region).Select(geography => id.InProfile(geography).Value)];
    }

    private static string[] Geographies(string? region) => region switch
    {
        null => [],

        // Partitions of their own: no profile reaches across, and none is known inside but those of GovCloud.
        _ when region.StartsWith("us-iso", StringComparison.Ordinal) || region.StartsWith("eu-iso", StringComparison.Ordinal)
            || region.StartsWith("cn-", StringComparison.Ordinal) || region.StartsWith("eusc-", StringComparison.Ordinal) => [],
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => ["us-gov"],
        _ when region.StartsWith("us-", StringComparison.Ordinal) || region.StartsWith("ca-", StringComparison.Ordinal) => ["us", "global"],
        _ when region.StartsWith("eu-", StringComparison.Ordinal) => ["eu", "global"],
        "ap-northeast-1" or "ap-northeast-3" => ["jp", "apac", "global"],
        "ap-southeast-2" or "ap-southeast-4" => ["au", "apac", "global"],
        _ when region.StartsWith("ap-", StringComparison.Ordinal) => ["apac", "global"],
        _ => ["global"],
    };
}
