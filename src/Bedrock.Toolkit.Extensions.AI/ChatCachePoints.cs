using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Microsoft.Extensions.AI;

/// <summary>Decides which cache points of a request stay, in the order of the prompt. Used by one thread, for one request.</summary>
internal sealed class ChatCachePoints(ModelId model, ModelRules rules, int surplus, ChatWarnings warnings)
{
    private int _surplus = surplus;
    private bool _sawShort;

    public bool Keeps(CachePointBlock point, CachePlaces place)
    {
        if ((rules.Caching & place) == 0)
        {
            _surplus--;
            warnings.Add(rules.Caching == CachePlaces.None
                ? $"Cache points were left out: {model} has no prompt cache that a request steers."
                : $"Cache points were left out where {model} takes none: it takes them in {rules.Caching} only.");
            return false;
        }

        if (_surplus > 0)
        {
            // The last ones cover most.
            _surplus--;
            warnings.Add($"Cache points were left out, the first ones: a request to {model} has at most {rules.MaxCachePoints}.");
            return false;
        }

        if (point.Ttl == CacheTtl.OneHour && (_sawShort || !rules.CachesForAnHour))
        {
            point.Ttl = null;
            warnings.Add(rules.CachesForAnHour
                ? "A cache point was sent without its hour: one before it lives for five minutes, and lives must not increase along tools, system and messages."
                : $"Cache points were sent without their hour: {model} caches for five minutes.");
        }

        _sawShort |= (point.Ttl ?? CacheTtl.FiveMinutes) == CacheTtl.FiveMinutes;
        return true;
    }
}
