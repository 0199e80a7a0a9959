namespace Bedrock.Toolkit.Converse;

/// <summary>The part of the request check that looks at the life of the cache points: it must not increase along tools, system, messages. Used by one
/// thread at a time.</summary>
internal ref struct ConverseCacheCheck
{
    private bool _sawShort;

    /// <summary>The first fault, or null.</summary>
    public static string? FaultOf(ConverseRequest request)
    {
        var check = default(ConverseCacheCheck);
        for (int i = 0; i < (request.ToolConfig?.Tools.Count ?? 0); i++)
        {
            if (check.FaultOf((request.ToolConfig!.Tools[i] as ToolCachePoint)?.CachePoint) is { } fault)
            {
                return $"ToolConfig.Tools[{i}].CachePoint{fault}";
            }
        }

        for (int i = 0; i < (request.System?.Count ?? 0); i++)
        {
            if (check.FaultOf((request.System![i] as SystemCachePointContent)?.CachePoint) is { } fault)
            {
                return $"System[{i}].CachePoint{fault}";
            }
        }

        for (int i = 0; i < request.Messages.Count; i++)
        {
            if (check.FaultOf(request.Messages[i].Content) is { } fault)
            {
                return $"Messages[{i}].Content{fault}";
            }
        }

        return null;
    }

    private string? FaultOf(IList<ContentBlock> blocks)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            if (FaultOf((blocks[i] as CachePointContent)?.CachePoint) is { } fault)
            {
                return $"[{i}].CachePoint{fault}";
            }
        }

        return null;
    }

    private string? FaultOf(CachePointBlock? point)
    {
        if (point is null)
        {
            return null;
        }

        if (point.Type.Value is null)
        {
            return ".Type must be set.";
        }

        // A life that this version does not know is left to the service.
        CacheTtl ttl = point.Ttl ?? CacheTtl.FiveMinutes;
        _sawShort |= ttl == CacheTtl.FiveMinutes;
        return _sawShort && ttl == CacheTtl.OneHour
            ? ".Ttl must not be longer than that of an earlier cache point (order: tools, system, messages)."
            : null;
    }
}
