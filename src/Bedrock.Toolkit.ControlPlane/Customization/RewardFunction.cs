using System.Text.Json;

namespace Bedrock.Toolkit.ControlPlane.Customization;

/// <summary>The inside of the Lambda function that rates answers for reinforcement fine-tuning. Thread-safe.</summary>
/// <remarks>The form is taken from AWS's examples (unconfirmed). Source: https://docs.aws.amazon.com/bedrock/latest/userguide/reward-functions.html</remarks>
public static class RewardFunction
{
    /// <summary>Reads the samples, rates each, and writes the rewards in the same order.</summary>
    /// <param name="input">What the function was called with: an array of samples.</param>
    /// <param name="output">Where its answer goes; left open. Nothing is written unless all are rated.</param>
    /// <param name="rate">Rates one answer.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>How many were rated.</returns>
    /// <exception cref="JsonException">The input is no array, or a sample has no id; the message has its number, from 1.</exception>
    /// <exception cref="ArgumentException">A reward or a metric is no number.</exception>
    public static async Task<int> RunAsync(
        Stream input, Stream output, Func<RewardSample, CancellationToken, ValueTask<Reward>> rate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(rate);
        using JsonDocument samples = await JsonDocument.ParseAsync(input, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (samples.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The input of a reward function is an array of samples.");
        }

        List<(string Id, Reward Reward)> rated = [];
        foreach (JsonElement json in samples.RootElement.EnumerateArray())
        {
            var sample = new RewardSample(json, rated.Count + 1);
            Reward reward = await rate(sample, cancellationToken).ConfigureAwait(false);
            rated.Add(reward is not null && double.IsFinite(reward.Score) && reward.Metrics.All(static metric => double.IsFinite(metric.Value))
                ? (sample.Id, reward)
                : throw new ArgumentException($"The reward of sample {rated.Count + 1} is no number.", nameof(rate)));
        }

        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartArray();
        foreach ((string id, Reward reward) in rated)
        {
            Write(writer, id, reward);
        }

        writer.WriteEndArray();
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        return rated.Count;
    }

    /// <summary>Reads the samples, rates each, and writes the rewards in the same order.</summary>
    /// <param name="input">What the function was called with: an array of samples.</param>
    /// <param name="output">Where its answer goes; left open.</param>
    /// <param name="rate">Rates one answer.</param>
    /// <returns>How many were rated.</returns>
    /// <exception cref="JsonException">As for the other overload.</exception>
    public static Task<int> RunAsync(Stream input, Stream output, Func<RewardSample, Reward> rate)
    {
        ArgumentNullException.ThrowIfNull(rate);
        return RunAsync(input, output, (sample, _) => ValueTask.FromResult(rate(sample)), CancellationToken.None);
    }

    private static void Write(Utf8JsonWriter writer, string id, Reward reward)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteNumber("aggregate_reward_score", reward.Score);
        if (reward.Metrics.Count > 0)
        {
            writer.WriteStartArray("metrics_list");
            foreach (RewardMetric metric in reward.Metrics)
            {
                writer.WriteStartObject();
                writer.WriteString("name", metric.Name);
                writer.WriteNumber("value", metric.Value);
                writer.WriteString("type", metric.IsPart ? "Reward" : "Metric");
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
