namespace Bedrock.Toolkit.ControlPlane.Customization;

/// <summary>What a reward function says of an answer.</summary>
/// <param name="Score">The reward, usually 0 to 1.</param>
/// <param name="Metrics">What it is made of, and what else was measured; not required.</param>
public sealed record Reward(double Score, params IReadOnlyList<RewardMetric> Metrics)
{
    /// <summary>The reward, with nothing else measured.</summary>
    /// <param name="score">Usually 0 to 1.</param>
    public static implicit operator Reward(double score) => FromDouble(score);

    /// <summary>The reward, with nothing else measured.</summary>
    /// <param name="score">Usually 0 to 1.</param>
    /// <returns>The reward.</returns>
    public static Reward FromDouble(double score) => new(score);
}

/// <summary>A number beside the reward.</summary>
/// <param name="Name">Its name, such as <c>accuracy</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="IsPart">Whether it is a part of the score; one that is only looked at when false.</param>
public sealed record RewardMetric(string Name, double Value, bool IsPart = false);
