namespace Bedrock.Toolkit.Transport;

/// <summary>Takes account numbers out of ARNs before they are logged.</summary>
internal static class AccountIds
{
    private const int AccountPart = 4;

    /// <summary>The same text, but with asterisks for the account of an ARN.</summary>
    public static string? Hide(string? modelId)
    {
        if (modelId is null || !modelId.StartsWith("arn:", StringComparison.Ordinal))
        {
            return modelId;
        }

        string[] parts = modelId.Split(':', AccountPart + 2);
        if (parts.Length > AccountPart && parts[AccountPart].Length > 0)
        {
            parts[AccountPart] = "***";
        }

        return string.Join(':', parts);
    }
}
