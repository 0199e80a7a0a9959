namespace Bedrock.Toolkit.Models;

/// <summary>The part of the request check that looks at the cache points: how many, and in which order of life. Used by one thread at a time.</summary>
internal ref struct ClaudeCacheCheck(ModelRules rules)
{
    private int _points;
    private bool _sawShort;

    /// <summary>The first fault, or null. The order is that of the prompt: tools, system, messages.</summary>
    public static string? FaultOf(ClaudeRequest request, ModelRules rules)
    {
        var check = new ClaudeCacheCheck(rules);
        for (int i = 0; i < (request.Tools?.Count ?? 0); i++)
        {
            if (check.FaultOf(request.Tools![i].CacheControl) is { } fault)
            {
                return $"Tools[{i}].{fault}";
            }
        }

        if (check.FaultOfBlocks(request.System) is { } systemFault)
        {
            return $"System{systemFault}";
        }

        for (int i = 0; i < request.Messages.Count; i++)
        {
            if (check.FaultOfBlocks(request.Messages[i].Content) is { } fault)
            {
                return $"Messages[{i}].Content{fault}";
            }
        }

        return null;
    }

    private string? FaultOfBlocks(TextOrParts<ClaudeContentBlock>? blocks)
    {
        if (blocks is null || blocks.StringForm is not null)
        {
            return null;
        }

        for (int i = 0; i < blocks.Count; i++)
        {
            // What is nested comes before the end of the block that holds it.
            string? nested = blocks[i] is ClaudeToolResultBlock { Content: { } content } ? FaultOfBlocks(content) : null;
            if (nested is not null)
            {
                return $"[{i}].Content{nested}";
            }

            if (FaultOf(PointOf(blocks[i])) is { } fault)
            {
                return $"[{i}].{fault}";
            }
        }

        return null;
    }

    private string? FaultOf(ClaudeCacheControl? point)
    {
        if (point is null)
        {
            return null;
        }

        if (point.Ttl is { Value: null })
        {
            return "CacheControl.Ttl has no value: use one of the named values or create it from a string.";
        }

        if (rules is { IsKnown: true, Caching: CachePlaces.None })
        {
            return $"CacheControl must be null: {rules.Line} has no prompt cache that a request steers.";
        }

        if (++_points > rules.MaxCachePoints)
        {
            return $"CacheControl is one too many: a request has at most {rules.MaxCachePoints} cache points.";
        }

        ClaudeCacheTtl ttl = point.Ttl ?? ClaudeCacheTtl.FiveMinutes;
        if (rules is { IsKnown: true, CachesForAnHour: false } && ttl == ClaudeCacheTtl.OneHour)
        {
            return $"CacheControl.Ttl must be null or five minutes: {rules.Line} caches for no longer.";
        }

        _sawShort |= ttl == ClaudeCacheTtl.FiveMinutes;
        return _sawShort && ttl == ClaudeCacheTtl.OneHour
            ? "CacheControl.Ttl must not be longer than that of an earlier cache point (order: tools, system, messages)."
            : null;
    }

    private static ClaudeCacheControl? PointOf(ClaudeContentBlock block) => block switch
    {
        ClaudeTextBlock text => text.CacheControl,
        ClaudeImageBlock image => image.CacheControl,
        ClaudeDocumentBlock document => document.CacheControl,
        ClaudeToolResultBlock result => result.CacheControl,
        ClaudeToolUseBlock use => use.CacheControl,
        ClaudeSearchResultBlock result => result.CacheControl,
        ClaudeServerToolUseBlock use => use.CacheControl,
        ClaudeToolSearchResultBlock result => result.CacheControl,
        ClaudeCompactionBlock compaction => compaction.CacheControl,
        _ => null,
    };
}
