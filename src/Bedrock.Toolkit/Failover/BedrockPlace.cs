namespace Bedrock.Toolkit.Failover;

/// <summary>A place that answers calls: a Region, an account, a profile or a model. Immutable.</summary>
public sealed class BedrockPlace
{
    /// <summary>Makes a place.</summary>
    /// <param name="name">The name, for telemetry and exceptions, such as the Region.</param>
    /// <param name="client">The client that calls there; never disposed by the failover.</param>
    public BedrockPlace(string name, IBedrockClient client)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(client);
        Name = name;
        Client = client;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The client.</summary>
    public IBedrockClient Client { get; }

    /// <summary>The id that takes the place of a call's own, such as a profile of another geography.</summary>
    /// <value>Null (the call's own id) by default. For InvokeModel it must be a model of the same family.</value>
    public ModelId? Model { get; init; }

    /// <summary>The name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}

/// <summary>How calls go on at another place. Not thread-safe; a failover copies what it needs.</summary>
public sealed class BedrockFailoverOptions
{
    /// <summary>How long after its last call a conversation is kept where its prompt cache is.</summary>
    /// <value>Zero or more; 5 minutes by default, the usual life of a cache point. Set an hour for points that live for one.</value>
    public TimeSpan CacheLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many conversations are remembered; those that have been silent for longest are forgotten first.</summary>
    /// <value>1 or more; 100,000 by default.</value>
    public int MaxConversations { get; set; } = 100_000;

    /// <summary>How long a place is left alone after its first failure; each further one doubles it.</summary>
    /// <value>Positive; 1 second by default. A place that says when it will take calls again is left alone until then.</value>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time that a place is left alone.</summary>
    /// <value>At least <see cref="FirstPause"/>; 1 minute by default.</value>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many calls may be asked a second time although the first place may have answered and be paid: after a broken connection, a time
    /// limit, and by hedging.</summary>
    /// <value>Zero or more; 20 by default. Ten calls that go well give one back.</value>
    public int MaxDoubledCalls { get; set; } = 20;

    /// <summary>After how long a silent call is asked at a second place too; the first answer counts, and the other call is cancelled, but may be
    /// paid. Whole answers only.</summary>
    /// <value>Null (never) by default.</value>
    public TimeSpan? HedgeAfter { get; set; }

    /// <summary>The clock.</summary>
    /// <value><see cref="TimeProvider.System"/> by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal BedrockFailoverOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(CacheLifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConversations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FirstPause, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestPause, FirstPause);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxDoubledCalls);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (HedgeAfter is { } wait)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero, nameof(HedgeAfter));
        }

        return (BedrockFailoverOptions)MemberwiseClone();
    }
}

/// <summary>What a failover knows of a place.</summary>
/// <param name="Place">The name.</param>
/// <param name="PausedUntil">Until when it is left alone; null when it takes calls.</param>
/// <param name="Calls">How many calls were asked there.</param>
/// <param name="Failures">How many of them failed so that they went on elsewhere, or ended.</param>
public sealed record BedrockPlaceState(string Place, DateTimeOffset? PausedUntil, long Calls, long Failures);
