namespace Bedrock.Toolkit;

/// <summary>The service tier of a call. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<BedrockServiceTier>))]
public readonly partial struct BedrockServiceTier : IOpenValue<BedrockServiceTier>
{
    /// <summary>Faster, at a higher price.</summary>
    public static BedrockServiceTier Priority { get; } = new("priority");

    /// <summary>The standard tier.</summary>
    public static BedrockServiceTier Default { get; } = new("default");

    /// <summary>Slower, at a lower price.</summary>
    public static BedrockServiceTier Flex { get; } = new("flex");

    /// <summary>Capacity reserved beforehand.</summary>
    public static BedrockServiceTier Reserved { get; } = new("reserved");
}

/// <summary>How a model is served. An open value: any other string works too.</summary>
[JsonConverter(typeof(OpenValueConverter<BedrockPerformanceLatency>))]
public readonly partial struct BedrockPerformanceLatency : IOpenValue<BedrockPerformanceLatency>
{
    /// <summary>The normal latency.</summary>
    public static BedrockPerformanceLatency Standard { get; } = new("standard");

    /// <summary>Latency-optimised inference, for the models that have it.</summary>
    public static BedrockPerformanceLatency Optimized { get; } = new("optimized");
}
