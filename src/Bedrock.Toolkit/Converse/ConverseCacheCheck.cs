using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>The part of the request check that looks at the cache points: where they stand, how many they are, and that their life does not increase
/// along tools, system, messages. Used by one thread at a time.</summary>
internal ref struct ConverseCacheCheck(ModelRules rules)
{
    private bool _sawShort;
    private int _count;

    /// <summary>The first fault, or null.</summary>
    public static string? FaultOf(ConverseRequest request, ModelRules rules)
    {
        var check = new ConverseCacheCheck(rules);
        for (int i = 0; i < (request.ToolConfig?.Tools.Count ?? 0); i++)
        {
            if (check.FaultOf((request.ToolConfig!.Tools[i] as ToolCachePoint)?.CachePoint, CachePlaces.Tools,
                i > 0 && request.ToolConfig.Tools[i - 1] is ToolCachePoint) is { } fault)
            {
                return $"ToolConfig.Tools[{i}].CachePoint{fault}";
            }
        }

        for (int i = 0; i < (request.System?.Count ?? 0); i++)
        {
            if (check.FaultOf((request.System![i] as SystemCachePointContent)?.CachePoint, CachePlaces.System,
                i > 0 && request.System[i - 1] is SystemCachePointContent) is { } fault)
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
            if (blocks[i] is not CachePointContent { CachePoint: { } point })
            {
                continue;
            }

            if (FaultOf(point, CachePlaces.Messages, i > 0 && blocks[i - 1] is CachePointContent) is { } fault)
            {
                return $"[{i}].CachePoint{fault}";
            }

            if (i > 0 && blocks[i - 1] is ReasoningContent)
            {
                return $"[{i}].CachePoint must not stand behind reasoning: put it before, or behind a text or call.";
            }
        }

        return null;
    }

    private string? FaultOf(CachePointBlock? point, CachePlaces place, bool isDoubled)
    {
        if (point is null || isDoubled)
        {
            return point is null ? null : " follows another one: one is enough.";
        }

        if (point.Type.Value is null)
        {
            return ".Type must be set.";
        }

        if (rules.IsKnown && (rules.Caching & place) == 0)
        {
            return rules.Caching == CachePlaces.None
                ? $" must not be there: {rules.Line} has no prompt cache that a request steers."
                : $" must not be there: {rules.Line} takes cache points in {rules.Caching} only.";
        }

        if (++_count > rules.MaxCachePoints)
        {
            return $" is one too many: a request has at most {rules.MaxCachePoints} cache points.";
        }

        // A life that this version does not know is left to the service.
        CacheTtl ttl = point.Ttl ?? CacheTtl.FiveMinutes;
        if (rules is { IsKnown: true, CachesForAnHour: false } && ttl == CacheTtl.OneHour)
        {
            return $".Ttl must be null or five minutes: {rules.Line} caches for no longer.";
        }

        _sawShort |= ttl == CacheTtl.FiveMinutes;
        return _sawShort && ttl == CacheTtl.OneHour
            ? ".Ttl must not be longer than that of an earlier cache point (order: tools, system, messages)."
            : null;
    }
}
