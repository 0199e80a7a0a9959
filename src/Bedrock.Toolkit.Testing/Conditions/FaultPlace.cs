using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Conditions;

/// <summary>A fault that comes to calls by their number. Thread-safe.</summary>
/// <param name="fault">The fault.</param>
/// <param name="model">Whose calls count; all when null.</param>
/// <param name="isHit">Whether a call has the fault, by its number from 1.</param>
internal sealed class FaultPlace(BedrockFault fault, ModelId? model, Func<long, bool> isHit)
{
    private long _calls;

    /// <summary>Counts a call; the fault when it has it.</summary>
    public BedrockFault? Next(string? called) =>
        (model is not { } only || OperationRoute.IsCallOf(called, only)) && isHit(Interlocked.Increment(ref _calls)) ? fault : null;
}

/// <summary>Faults by chance: for the same seed the n-th call has the same one, whichever thread makes it. Thread-safe.</summary>
internal sealed class FaultChances
{
    // Streams break after 0 to 7 events.
    private const int MaxEvents = 8;

    private static readonly Dictionary<string, Func<int, BedrockFault>> Named = new(StringComparer.Ordinal)
    {
        ["throttling"] = static _ => BedrockFault.Throttling,
        ["unavailable"] = static _ => BedrockFault.ServiceUnavailable,
        ["serverError"] = static _ => BedrockFault.InternalServerError,
        ["modelError"] = static events => events % 2 == 0 ? BedrockFault.ModelError : BedrockFault.ModelTimeout,
        ["gateway"] = static _ => BedrockFault.Html(502),
        ["reset"] = BedrockFault.ConnectionReset,
        ["cut"] = BedrockFault.TruncatedStream,
        ["corrupt"] = BedrockFault.Unreadable,
        ["streamError"] = BedrockFault.StreamError,
        ["silence"] = BedrockFault.Silence,
    };

    private readonly ulong _seed;
    private readonly (double Share, Func<int, BedrockFault> Fault)[] _faults;
    private long _calls;

    public FaultChances(int seed, (double Share, Func<int, BedrockFault> Fault)[] faults)
    {
        double sum = 0;
        foreach ((double share, _) in faults)
        {
            if (!(share is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(faults), share, "A share of calls must be between 0 and 1.");
            }

            sum += share;
        }

        if (sum > 1 + 1e-9)
        {
            throw new ArgumentOutOfRangeException(nameof(faults), sum, "The shares of all faults together must be at most 1.");
        }

        _seed = unchecked((ulong)seed);
        _faults = faults;
    }

    /// <summary>Chances by the names that <c>Chaos</c> gives them.</summary>
    /// <exception cref="ArgumentException">There is no such name.</exception>
    public static FaultChances Of(int seed, IReadOnlyDictionary<string, double> shares)
    {
        if (shares.Keys.FirstOrDefault(name => !Named.ContainsKey(name)) is { } unknown)
        {
            throw new ArgumentException($"There is no chance '{unknown}'. There are: {string.Join(", ", Named.Keys)}.");
        }

        return new FaultChances(seed, [.. shares.Select(share => (share.Value, Named[share.Key]))]);
    }

    /// <summary>The fault of the next call; null when it has none.</summary>
    public BedrockFault? Next()
    {
        ulong call = unchecked((ulong)Interlocked.Increment(ref _calls));
        double chance = Draw(call * 2) / (double)ulong.MaxValue;
        foreach ((double share, Func<int, BedrockFault> fault) in _faults)
        {
            if (chance < share)
            {
                return fault((int)(Draw((call * 2) + 1) % MaxEvents));
            }

            chance -= share;
        }

        return null;
    }

    // SplitMix64: a number for each place of the series, without a state that threads would have to share.
    private ulong Draw(ulong place)
    {
        unchecked
        {
            ulong z = (_seed * 0x9E3779B97F4A7C15) + (place * 0xBF58476D1CE4E5B9) + 0x94D049BB133111EB;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
