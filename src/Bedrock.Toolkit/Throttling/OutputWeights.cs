namespace Bedrock.Toolkit.Throttling;

/// <summary>How many tokens of the quota a written token takes.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html</remarks>
internal static class OutputWeights
{
    private const string Claude = "anthropic.claude-";

    // The generations before the rule; whatever comes after them has it.
    private static readonly string[] Older = ["v1", "v2", "instant", "3-haiku", "3-sonnet", "3-opus", "3-5-"];

    public static double Of(ModelId id)
    {
        string model = id.BaseModel ?? string.Empty;
        bool isNewerClaude = model.StartsWith(Claude, StringComparison.Ordinal)
            && !Older.Any(older => model.AsSpan(Claude.Length).StartsWith(older, StringComparison.Ordinal));
        return isNewerClaude ? 5 : 1;
    }
}
