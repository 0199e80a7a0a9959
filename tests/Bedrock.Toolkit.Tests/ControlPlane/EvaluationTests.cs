using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.ControlPlane.Evaluation;
using Bedrock.Toolkit.ControlPlane.Jobs;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Data sets of evaluation jobs, and their results.</summary>
public class EvaluationTests
{
    private const string Nova = "amazon.nova-lite-v1:0";

    public static TheoryData<EvaluationRecord, string> Forms => new()
    {
        {
            EvaluationRecord.ForPrompt("Tide at noon?", "2.4 m", "tides"),
            """{"prompt":"Tide at noon?","referenceResponse":"2.4 m","category":"tides"}"""
        },
        { EvaluationRecord.ForPrompt("Tide at noon?"), """{"prompt":"Tide at noon?"}""" },
        {
            EvaluationRecord.ForResponse("Tide at noon?", "2.4 m", "harbor-v1", "2.4 m", "tides"),
            """{"prompt":"Tide at noon?","referenceResponse":"2.4 m","category":"tides","modelResponses":[{"response":"2.4 m","modelIdentifier":"harbor-v1"}]}"""
        },
        {
            EvaluationRecord.ForConversation(new EvaluationTurn("Tide at noon?") { ReferenceResponses = ["2.4 m"] }),
            """{"conversationTurns":[{"prompt":{"content":[{"text":"Tide at noon?"}]},"referenceResponses":[{"content":[{"text":"2.4 m"}]}]}]}"""
        },
        {
            EvaluationRecord.ForConversation(new EvaluationTurn("Tide?") { ReferenceContexts = ["At noon 2.4 m."] }),
            """{"conversationTurns":[{"prompt":{"content":[{"text":"Tide?"}]},"referenceContexts":[{"content":[{"text":"At noon 2.4 m."}]}]}]}"""
        },
        {
            EvaluationRecord.ForConversation(new EvaluationTurn("Tide?") { Output = new("harbor-rag", ["passage"]) { Text = "2.4 m", ModelIdentifier = "m" } }),
            """{"conversationTurns":[{"prompt":{"content":[{"text":"Tide?"}]},"output":{"text":"2.4 m","modelIdentifier":"m","""
                + """ "knowledgeBaseIdentifier":"harbor-rag","retrievedPassages":{"retrievalResults":[{"content":{"text":"passage"}}]}}}]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task WriteAsync_Record_HasTheFormOfTheService(EvaluationRecord record, string line)
    {
        using MemoryStream file = new();

        Assert.Equal(1, await EvaluationFile.WriteAsync(file, [record]));

        string written = Encoding.UTF8.GetString(file.ToArray());
        Assert.EndsWith("}\n", written, StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(line), JsonElement.Parse(written)), written);
    }

    [Fact]
    public async Task WriteAsync_RecordsThatDoNotFit_AreRefusedByNumber()
    {
        EvaluationRecord prompt = EvaluationRecord.ForPrompt("Tide?");
        EvaluationRecord[] mixed = [prompt, EvaluationRecord.ForConversation(new EvaluationTurn("Tide?"))];
        EvaluationRecord[] sources = [EvaluationRecord.ForResponse("Tide?", "a", "one"), EvaluationRecord.ForResponse("Tide?", "b", "two")];

        Assert.Contains("Record 2 is of the form", await FaultAsync(mixed), StringComparison.Ordinal);
        Assert.Contains("Record 2 has another source", await FaultAsync(sources), StringComparison.Ordinal);
        Assert.Contains("at most 1000 records", await FaultAsync(Enumerable.Repeat(prompt, 1_001)), StringComparison.Ordinal);
        Assert.Contains("at least 1 record", await FaultAsync([]), StringComparison.Ordinal);
        Assert.Equal(1_000, await EvaluationFile.WriteAsync(Stream.Null, Enumerable.Repeat(prompt, 1_000)));
    }

    [Fact]
    public void ForConversation_TurnsThatDoNotFit_AreRefused()
    {
        EvaluationTurn turn = new("Tide?");
        EvaluationTurn contexts = turn with { ReferenceContexts = ["c"] };

        Assert.Throws<ArgumentException>(() => EvaluationRecord.ForConversation());
        Assert.Throws<ArgumentException>(() => EvaluationRecord.ForConversation([.. Enumerable.Repeat(turn, 6)]));
        Assert.Throws<ArgumentException>(() => EvaluationRecord.ForConversation(new EvaluationTurn(" ")));
        Assert.Throws<ArgumentException>(() => EvaluationRecord.ForConversation(contexts, contexts));
        Assert.Throws<ArgumentException>(() => EvaluationRecord.ForConversation(contexts with { ReferenceResponses = ["r"] }));
        Assert.Throws<ArgumentException>(() => EvaluationRecord.ForConversation(turn with { Output = new("a", []) { Text = "t" } }, turn));
        Assert.NotNull(EvaluationRecord.ForConversation([.. Enumerable.Repeat(turn, 5)]));
    }

    [Fact]
    public async Task ReadAsync_LinesOfTheService_GiveScoresAndMeans()
    {
        const string Lines = """
            {"automatedEvaluationResult":{"scores":[{"metricName":"Builtin.Correctness","result":1.0,"evaluatorDetails":[{"explanation":"same"}]},{"metricName":"Mine","result":"good"}]},"inputRecord":{"prompt":"Tide?"},"modelResponses":[{"response":"2.4 m","modelIdentifier":"m"}]}
            {"automatedEvaluationResult":{"scores":[{"metricName":"Builtin.Correctness","result":null}]},"inputRecord":{"conversationTurns":[]}}

            {"automatedEvaluationResult":{"scores":[{"metricName":"Builtin.Correctness","result":0.5}]},"new":1}
            """;

        EvaluationResult[] results = await EvaluationResults.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Lines))).ToArrayAsync();

        Assert.Equal(3, results.Length);
        Assert.Equal(("Tide?", "2.4 m"), (results[0].Prompt, results[0].Response));
        Assert.Equal([new("Builtin.Correctness", 1, null, "same"), new EvaluationScore("Mine", null, "good", null)], results[0].Scores);
        Assert.Null(results[1].Prompt);
        Assert.Equal(1, results[2].Json.GetProperty("new").GetInt32());
        KeyValuePair<string, (double Mean, int Count)> mean = Assert.Single(EvaluationResults.MeansOf(results));
        Assert.Equal(("Builtin.Correctness", 0.75, 2), (mean.Key, mean.Value.Mean, mean.Value.Count));
    }

    [Theory]
    [InlineData("{}\n{", "Line 2 of the results is no JSON.")]
    [InlineData("7", "Line 1 of the results is no JSON object.")]
    public async Task ReadAsync_DamagedLine_IsNamed(string lines, string message)
    {
        JsonException e = await Assert.ThrowsAsync<JsonException>(
            async () => await EvaluationResults.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(lines))).ToArrayAsync());

        Assert.Equal(message, e.Message);
    }

    [Fact]
    public async Task Job_OverTheSimulatedService_AsksTheModelAndScoresByTheReference()
    {
        using FakeBedrock fake = new(options => options.TimeProvider = new AdvancingTime(movesDate: true));
        fake.Control.JobTime = TimeSpan.Zero;
        fake.WhenConverse(Nova).Reply("At noon it is 2.4 m.");
        using MemoryStream file = new();
        await EvaluationFile.WriteAsync(file, [EvaluationRecord.ForPrompt("Tide?", "noon 2.4 m"), EvaluationRecord.ForPrompt("Tide?")]);
        fake.S3.Put("harbour", "in/tides.jsonl", file.ToArray());
        CreateEvaluationJobResponse started = await fake.Control.Client.CreateEvaluationJobAsync(Request());
        await BedrockJob.Open(fake.Control.Client, started.JobArn!).WaitAsync();

        GetEvaluationJobResponse job = await fake.Control.Client.GetEvaluationJobAsync(new() { JobIdentifier = started.JobArn! });
        EvaluationResult[] results = await EvaluationResults.ReadJobAsync(fake.S3.Client, job).ToArrayAsync();

        Assert.Equal([1, null], results.Select(static r => r.Scores[0].Result));
        Assert.All(results, static r => Assert.Equal("At noon it is 2.4 m.", r.Response));
    }

    [Fact]
    public async Task Job_DataSetThatIsNotThere_Fails()
    {
        using FakeBedrock fake = new(options => options.TimeProvider = new AdvancingTime(movesDate: true));
        fake.Control.JobTime = TimeSpan.Zero;
        fake.S3.Put("harbour", "in/other.jsonl", "{}"u8.ToArray());
        CreateEvaluationJobResponse started = await fake.Control.Client.CreateEvaluationJobAsync(Request());

        BedrockJobException e = await Assert.ThrowsAsync<BedrockJobException>(() => BedrockJob.Open(fake.Control.Client, started.JobArn!).WaitAsync());

        Assert.Contains("tides is not at its location", e.Message, StringComparison.Ordinal);
    }

    private static CreateEvaluationJobRequest Request() => new()
    {
        JobName = "tides",
        RoleArn = "arn:aws:iam::123456789012:role/evaluation",
        EvaluationConfig = new EvaluationConfigAutomated
        {
            Automated = new()
            {
                DatasetMetricConfigs =
                [
                    new()
                    {
                        TaskType = EvaluationTaskType.QuestionAndAnswer,
                        Dataset = new() { Name = "tides", DatasetLocation = new EvaluationDatasetLocationS3Uri { S3Uri = "s3://harbour/in/tides.jsonl" } },
                        MetricNames = [BuiltInMetrics.Correctness],
                    },
                ],
            },
        },
        InferenceConfig = new EvaluationInferenceConfigModels
        {
            Models = [new EvaluationModelConfigBedrockModel { BedrockModel = new() { ModelIdentifier = Nova } }],
        },
        OutputDataConfig = new() { S3Uri = "s3://harbour/out" },
    };

    private static async Task<string> FaultAsync(IEnumerable<EvaluationRecord> records) =>
        (await Assert.ThrowsAsync<ArgumentException>(() => EvaluationFile.WriteAsync(Stream.Null, records))).Message;
}
