namespace Bedrock.Toolkit.CountTokens;

public sealed partial class CountTokensResponse
{
    private protected override ObjectSummary Summarise() => new("InputTokens");
}
