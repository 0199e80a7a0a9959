using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Token counts in the terms of Microsoft.Extensions.AI.</summary>
internal static class ChatUsage
{
    public static UsageDetails? Of(TokenUsage? usage)
    {
        if (usage is null)
        {
            return null;
        }

        // Bedrock counts cached tokens apart; in UsageDetails they are part of the input, so that input and output make the total.
        long cached = (usage.CacheReadInputTokens ?? 0L) + (usage.CacheWriteInputTokens ?? 0L);
        long? input = usage.InputTokens is { } own ? own + cached : null;
        var details = new UsageDetails
        {
            InputTokenCount = input,
            OutputTokenCount = usage.OutputTokens,
            TotalTokenCount = usage.TotalTokens ?? input + usage.OutputTokens,
            CachedInputTokenCount = usage.CacheReadInputTokens,
        };
        Count(details, "CacheReadInputTokens", usage.CacheReadInputTokens);
        Count(details, "CacheWriteInputTokens", usage.CacheWriteInputTokens);
        foreach (CacheDetail detail in usage.CacheDetails ?? [])
        {
            Count(details, $"CacheWriteInputTokens.{detail.Ttl}", detail.InputTokens);
        }

        if (cached > 0)
        {
            Count(details, "UncachedInputTokens", usage.InputTokens);
        }

        return details;
    }

    private static void Count(UsageDetails details, string name, int? tokens)
    {
        if (tokens is { } count)
        {
            (details.AdditionalCounts ??= [])[name] = count;
        }
    }
}
