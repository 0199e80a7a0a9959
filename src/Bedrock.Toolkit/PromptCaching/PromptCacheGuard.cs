using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.PromptCaching;

/// <summary>Says of each request what the prompt cache will have of it, and where its prefix differs from the last one's. Thread-safe.</summary>
/// <remarks>
/// The cache compares from the beginning, tools before system before messages: one changed character makes everything behind it anew. The guard keeps
/// hashes, and nothing of the prompts.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
/// </remarks>
public sealed class PromptCacheGuard
{
    /// <summary>How many parts before a cache point are looked at for an earlier one.</summary>
    internal const int LookBack = 20;

    private const int MaxConversations = 10_000;
    private const int MaxPrefixes = 100_000;

    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PromptPrefix> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset Until, TimeSpan Life)> _cached = new(StringComparer.Ordinal);

    /// <summary>Makes a guard with the clock of the system.</summary>
    public PromptCacheGuard()
        : this(TimeProvider.System)
    {
    }

    /// <summary>Makes a guard.</summary>
    /// <param name="time">The clock of the lives of cache points.</param>
    public PromptCacheGuard(TimeProvider time) => _time = time ?? throw new ArgumentNullException(nameof(time));

    /// <summary>Looks at a request before it is sent.</summary>
    /// <param name="conversation">What tells its conversation from others: it is compared with the last request of the same one.</param>
    /// <param name="model">The model.</param>
    /// <param name="request">The request.</param>
    /// <returns>What the cache will have of it.</returns>
    public PromptCacheReport Look(string conversation, ModelId model, ConverseRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, request, ConverseJsonContext.Default.ConverseRequest);
        using JsonDocument document = JsonDocument.Parse(buffer.Written);
        return Look(conversation, model, document.RootElement);
    }

    /// <summary>Looks at a body before it is sent: that of Converse, or of Claude's own Messages.</summary>
    /// <param name="conversation">What tells its conversation from others: it is compared with the last request of the same one.</param>
    /// <param name="model">The model.</param>
    /// <param name="body">The body.</param>
    /// <returns>What the cache will have of it.</returns>
    public PromptCacheReport Look(string conversation, ModelId model, JsonElement body)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        PromptPrefix prefix = PromptPrefix.Read(body);
        int least = ModelRules.For(model).MinCachedTokens ?? 0;
        lock (_lock)
        {
            PromptPrefix? before = _last.GetValueOrDefault(conversation);
            if (_last.Count >= MaxConversations && before is null)
            {
                _last.Clear();
            }

            _last[conversation] = prefix;
            (int read, int written) = Cache(model.Value, prefix, least);
            int points = prefix.Parts.Count(static part => part.PointLife is not null);
            return new PromptCacheReport
            {
                CachePoints = points,
                ReadTokens = read,
                WrittenTokens = written,
                Change = before is null ? null : PromptChange.Between(before, prefix),
                IsTooShort = points > 0 && read == 0 && written == 0,
            };
        }
    }

    /// <summary>Looks for the longest prefix that is cached, and caches those that have a point.</summary>
    private (int Read, int Written) Cache(string model, PromptPrefix prefix, int least)
    {
        DateTimeOffset now = _time.GetUtcNow();
        int read = 0, longest = 0;
        for (int i = 0; i < prefix.Parts.Count; i++)
        {
            if (prefix.Parts[i] is not { PointLife: not null } point || point.Tokens < least)
            {
                continue;
            }

            longest = point.Tokens;
            for (int at = i; at >= 0 && at > i - LookBack; at--)
            {
                string key = model + prefix.Parts[at].PrefixHash;
                if (_cached.TryGetValue(key, out (DateTimeOffset Until, TimeSpan Life) kept) && kept.Until > now)
                {
                    // Being read makes it live anew.
                    _cached[key] = (now + kept.Life, kept.Life);
                    read = Math.Max(read, prefix.Parts[at].Tokens);
                    break;
                }
            }
        }

        foreach (PromptPart point in prefix.Parts.Where(part => part.PointLife is not null && part.Tokens >= least))
        {
            if (_cached.Count >= MaxPrefixes)
            {
                _cached.Clear();
            }

            _cached[model + point.PrefixHash] = (now + point.PointLife!.Value, point.PointLife.Value);
        }

        return (read, longest - read);
    }
}

/// <summary>What the prompt cache will have of a request. Immutable.</summary>
public sealed record PromptCacheReport
{
    /// <summary>Whether something will be read from the cache.</summary>
    public bool IsHit => ReadTokens > 0;

    /// <summary>How many cache points the request has.</summary>
    public int CachePoints { get; init; }

    /// <summary>About how many tokens will be read from the cache.</summary>
    public int ReadTokens { get; init; }

    /// <summary>About how many tokens will be written to the cache.</summary>
    public int WrittenTokens { get; init; }

    /// <summary>Whether the request has cache points, but less in front of them than the model caches.</summary>
    public bool IsTooShort { get; init; }

    /// <summary>Where the request differs from the last one of its conversation, so that the cache ends there.</summary>
    /// <value>Null for the first request, and for one that only goes on.</value>
    public PromptChange? Change { get; init; }
}

/// <summary>Where the prefix of a request differs from the one before. Immutable; holds nothing of the prompt.</summary>
/// <param name="Place">Where, such as <c>System[0]</c>, <c>ToolConfig.Tools[1]</c> or <c>Messages[2].Content[0]</c>.</param>
/// <param name="Kind">In what way.</param>
public sealed record PromptChange(string Place, PromptChangeKind Kind)
{
    /// <summary>The change in a sentence.</summary>
    /// <returns>Place, and what to do.</returns>
    public override string ToString() => Kind switch
    {
        PromptChangeKind.Order => $"{Place} stands in another order than before: keep the order of tools the same for every call.",
        PromptChangeKind.Digits => $"{Place} differs in its numbers only: a time, a counter or an id there ends the cache. Put it behind the last cache point.",
        PromptChangeKind.Removed => $"{Place} is missing: what stood there before was taken out.",
        PromptChangeKind.Added => $"{Place} is new in front of what was there before.",
        _ => $"{Place} has another text than before.",
    };

    /// <summary>The first change; null when the later one goes on from the earlier one.</summary>
    internal static PromptChange? Between(PromptPrefix before, PromptPrefix now)
    {
        for (int i = 0; i < before.Parts.Count; i++)
        {
            PromptPart old = before.Parts[i];
            if (i >= now.Parts.Count)
            {
                return new PromptChange(old.Place, PromptChangeKind.Removed);
            }

            PromptPart part = now.Parts[i];
            if (part.Hash == old.Hash && part.Kind == old.Kind)
            {
                continue;
            }

            return new PromptChange(part.Place, KindOf(before, now, i));
        }

        return null;
    }

    private static PromptChangeKind KindOf(PromptPrefix before, PromptPrefix now, int at)
    {
        (PromptPart old, PromptPart part) = (before.Parts[at], now.Parts[at]);
        bool isOldStillThere = now.Parts.Skip(at).Any(other => other.Hash == old.Hash && other.Kind == old.Kind);
        bool wasThere = before.Parts.Skip(at).Any(other => other.Hash == part.Hash && other.Kind == part.Kind);
        return (isOldStillThere, wasThere) switch
        {
            (true, true) => PromptChangeKind.Order,
            (true, false) => PromptChangeKind.Added,
            (false, true) => PromptChangeKind.Removed,
            _ => part.Kind == old.Kind && part.MaskedHash == old.MaskedHash ? PromptChangeKind.Digits : PromptChangeKind.Text,
        };
    }
}

/// <summary>In what way a prefix differs.</summary>
public enum PromptChangeKind
{
    /// <summary>Another text.</summary>
    Text,

    /// <summary>The same text but for numbers: a time, a counter, an id.</summary>
    Digits,

    /// <summary>The same parts in another order.</summary>
    Order,

    /// <summary>A new part in front of old ones.</summary>
    Added,

    /// <summary>A part was taken out.</summary>
    Removed,
}
