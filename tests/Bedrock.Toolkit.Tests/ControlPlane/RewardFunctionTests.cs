using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.ControlPlane.Customization;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Rating answers for reinforcement: samples in, rewards out.</summary>
public class RewardFunctionTests
{
    private const string Samples = """
        [{"id":"1","messages":[{"role":"user","content":"3 + 4?"},{"role":"assistant","content":"7"}],"metadata":{"reference_answer":"7","task":"sums"}},
         {"id":"2","messages":[{"role":"user","content":"3 + 5?"},{"role":"assistant","content":[{"text":"ni"},{"text":"ne"}]}],"reference_answer":"8","odd":1}]
        """;

    [Fact]
    public async Task RunAsync_Samples_GivesARewardForEachInOrder()
    {
        (int count, string output) = await RunAsync(Samples, static sample => sample.Answer == sample.ReferenceAnswer.GetString() ? 1 : 0);

        Assert.Equal(2, count);
        Assert.Equal("""[{"id":"1","aggregate_reward_score":1},{"id":"2","aggregate_reward_score":0}]""", output);
    }

    [Fact]
    public async Task RunAsync_Metrics_StandBesideTheScore()
    {
        (_, string output) = await RunAsync(Samples, static sample =>
            sample.Id == "1" ? new Reward(0.5, new RewardMetric("accuracy", 0.9, IsPart: true), new RewardMetric("length", 1)) : 0.25);

        Assert.Equal(
            """[{"id":"1","aggregate_reward_score":0.5,"metrics_list":[{"name":"accuracy","value":0.9,"type":"Reward"},"""
                + """{"name":"length","value":1,"type":"Metric"}]},{"id":"2","aggregate_reward_score":0.25}]""",
            output);
    }

    [Fact]
    public async Task RunAsync_Sample_HasTurnsPartsAndTheRest()
    {
        List<RewardSample> seen = [];
        await RunAsync(Samples, sample =>
        {
            seen.Add(sample);
            return 0;
        });

        Assert.Equal(["user", "assistant"], seen[0].Messages.Select(static turn => turn.Role));
        Assert.Equal("sums", seen[0].Metadata.GetProperty("task").GetString());
        Assert.Equal("nine", seen[1].Answer);
        Assert.Equal(JsonValueKind.Undefined, seen[1].Metadata.ValueKind);
        Assert.Equal(1, seen[1].Json.GetProperty("odd").GetInt32());
    }

    [Theory]
    [InlineData("""{"id":"1"}""", "The input of a reward function is an array of samples.")]
    [InlineData("""[{"id":"1","messages":[]},{"messages":[]}]""", "Sample 2 has no id.")]
    [InlineData("""[7]""", "Sample 1 has no id.")]
    public async Task RunAsync_OddInput_IsRefusedWithoutAnyOutput(string input, string message)
    {
        using MemoryStream output = new();
        JsonException e = await Assert.ThrowsAsync<JsonException>(() => RewardFunction.RunAsync(Stream(input), output, static _ => 1));

        Assert.Equal(message, e.Message);
        Assert.Equal(0, output.Length);
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public async Task RunAsync_RewardThatIsNoNumber_NamesTheSample(double score, double metric)
    {
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(
            () => RunAsync(Samples, sample => sample.Id == "1" ? 1 : new Reward(score, new RewardMetric("m", metric))));

        Assert.StartsWith("The reward of sample 2 is no number.", e.Message, StringComparison.Ordinal);
    }

    private static async Task<(int Count, string Output)> RunAsync(string input, Func<RewardSample, Reward> rate)
    {
        using MemoryStream output = new();
        int count = await RewardFunction.RunAsync(Stream(input), output, rate);
        return (count, Encoding.UTF8.GetString(output.ToArray()));
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
