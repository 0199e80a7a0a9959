using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Agents;
using Bedrock.Toolkit.Agents.Building;
using Bedrock.Toolkit.Agents.Runtime;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Tests.Agents;

/// <summary>A knowledge base as its users see it.</summary>
public sealed class BedrockKnowledgeBaseTests
{
    private const string Id = "KB00000001";
    private const string Source = "DS00000001";
    private const string Model = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0";

    [Fact]
    public async Task Ingest_DocumentsOfAllKinds_ReportsUntilAllAreThere()
    {
        using var fake = new FakeBedrock(options => options.TimeProvider = new AdvancingTime(movesDate: true));
        fake.Agents.AddKnowledgeBase(Id, Source);
        fake.Agents.IngestionTime = TimeSpan.FromSeconds(3);
        fake.S3.Put("harbour", "birds.txt", "Gulls nest on the north pier."u8.ToArray());
        BedrockKnowledgeBase knowledge = Open(fake);
        var progress = new Reports();

        KnowledgeBaseIngestion ended = await knowledge.IngestAsync(
            [
                KnowledgeBaseFile.FromText("tides", "High tide is at 06:10.", new Dictionary<string, object> { ["port"] = "north", ["year"] = 2026 }),
                KnowledgeBaseFile.FromBytes("fees", "Mooring costs 20 crowns."u8.ToArray(), "text/plain"),
                KnowledgeBaseFile.FromBytes("plan", new byte[] { 1, 2 }, "image/png"),
                KnowledgeBaseFile.FromS3("s3://harbour/birds.txt"),
            ],
            progress);

        Assert.Equal(3, ended.Indexed);
        Assert.Equal("plan", Assert.Single(ended.Failed).Key);
        Assert.True(ended.IsOver());
        Assert.True(progress.Seen.Count >= 3, $"{progress.Seen.Count} reports came.");
        Assert.Equal(0, progress.Seen[0].Indexed);
        Assert.Equal("s3://harbour/birds.txt", (await knowledge.RetrieveAsync("Where do gulls nest?"))[0].Source);
        await knowledge.DeleteAsync(["s3://harbour/birds.txt"]);
        Assert.DoesNotContain(await knowledge.RetrieveAsync("Where do gulls nest?"), passage => passage.Source == "s3://harbour/birds.txt");
    }

    [Fact]
    public async Task Ingest_MoreThanACallTakes_SendsSeveral()
    {
        using var fake = new FakeBedrock();
        fake.Agents.AddKnowledgeBase(Id, Source);

        KnowledgeBaseIngestion ended = await Open(fake).IngestAsync(Enumerable.Range(0, 37).Select(i => KnowledgeBaseFile.FromText($"d{i}", $"Sheet {i}.")));

        Assert.Equal(37, ended.Indexed);
        Assert.Equal(4, fake.Calls.Count(call => call.Operation == "IngestKnowledgeBaseDocuments"));
    }

    [Fact]
    public async Task Ask_AnsweredFromDocuments_CitesTextThatIsThere()
    {
        using FakeBedrock fake = WithDocuments();

        KnowledgeBaseAnswer answer = await Open(fake).AskAsync("When is high tide at the north port?");

        Assert.Contains("06:10", answer.Text, StringComparison.Ordinal);
        Assert.False(answer.IsUnsupported);
        KnowledgeBaseAnswerCitation citation = answer.Citations[0];
        Assert.Equal(citation.Text, answer.Text[citation.Range!.Value]);
        Assert.Contains(citation.Text.TrimEnd('.'), citation.Passages[0].Text, StringComparison.Ordinal);
        IReadOnlyList<ContentBlock> content = answer.ToContent();
        CitationsContentBlock block = Assert.IsType<CitationsContent>(content[0]).Block!;
        Assert.Equal(citation.Passages[0].Text, Assert.IsType<CitationSourceText>(Assert.Single(block.Citations![0].SourceContent!)).Text);
        Assert.Equal("tides", block.Citations[0].Source);
    }

    [Fact]
    public async Task Ask_WhatNoDocumentSays_IsUnsupported()
    {
        using FakeBedrock fake = WithDocuments();

        KnowledgeBaseAnswer answer = await Open(fake).AskAsync("Zebra quagga okapi?");

        Assert.True(answer.IsUnsupported);
        Assert.Empty(answer.Citations);
    }

    [Fact]
    public async Task AskStream_Folded_IsTheSameAnswer()
    {
        using FakeBedrock fake = WithDocuments();
        BedrockKnowledgeBase knowledge = Open(fake);

        KnowledgeBaseAnswer whole = await knowledge.AskAsync("When is high tide?");
        KnowledgeBaseAnswer streamed = KnowledgeBaseAnswer.From(await (await knowledge.AskStreamAsync("When is high tide?")).ToResponseAsync());

        Assert.Equal(whole.Text, streamed.Text);
        Assert.Equal(whole.Citations.Select(one => one.Range), streamed.Citations.Select(one => one.Range));
        Assert.NotNull(streamed.SessionId);
    }

    [Fact]
    public async Task Session_OfSeveralQuestions_KeepsTheIdOfTheService()
    {
        using FakeBedrock fake = WithDocuments();
        KnowledgeBaseSession session = Open(fake).StartSession();
        Assert.Null(session.SessionId);

        await session.AskAsync("When is high tide?");
        string id = session.SessionId!;
        List<string> pieces = [];
        KnowledgeBaseAnswer second = await session.AskStreamAsync("And what does mooring cost?", pieces.Add);

        Assert.Equal(id, session.SessionId);
        Assert.Equal(second.Text, string.Concat(pieces));
        Assert.Contains($"\"sessionId\":\"{id}\"", System.Text.Encoding.UTF8.GetString(fake.Calls[^1].Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_ThatTheStoreHas_IsSentAndTold()
    {
        using FakeBedrock fake = WithDocuments();
        BedrockKnowledgeBase knowledge = Open(fake);

        IReadOnlyList<KnowledgeBasePassage> north = await knowledge.RetrieveAsync("tide", KnowledgeBaseFilter.Where("port").EqualTo("north"));
        IReadOnlyList<KnowledgeBasePassage> typed = await knowledge.RetrieveAsync(
            "tide", KnowledgeBaseFilter.For<Sheet>(sheet => sheet.Port!.StartsWith("nor") && !(sheet.Year < 2026)));

        Assert.Equal("tides", Assert.Single(north).DocumentId);
        Assert.Equal("tides", Assert.Single(typed).DocumentId);
        Assert.Single(fake.Calls, call => call.Operation == "GetKnowledgeBase");
    }

    [Fact]
    public async Task Filter_ThatTheStoreWouldPassOver_IsRefused()
    {
        using var fake = new FakeBedrock();
        fake.Agents.AddKnowledgeBase(Id, Source, KnowledgeBaseStorageType.S3Vectors);
        KnowledgeBaseFilter filter = KnowledgeBaseFilter.Where("year").AtLeast(2026) & KnowledgeBaseFilter.Where("port").StartsWith("nor");

        ArgumentException known = await Assert.ThrowsAsync<ArgumentException>(() => Open(fake).RetrieveAsync("tide", filter));
        var alone = new BedrockKnowledgeBase(fake.Agents.Runtime, Id);
        ArgumentException unknown = await Assert.ThrowsAsync<ArgumentException>(() => alone.RetrieveAsync("tide", filter));

        Assert.Contains("'port' uses StartsWith, which S3 Vectors passes over", known.Message, StringComparison.Ordinal);
        Assert.Contains("say which store", unknown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(fake.Calls, call => call.Operation == "Retrieve");
    }

    [Theory]
    [InlineData(0, 21)]
    [InlineData(0, 22)]
    [InlineData(7, 9)]
    [InlineData(-1, -1)]
    public void From_SpansOfAnyReading_FindsTheText(int start, int end)
    {
        const string text = "High tide is at 06:10.";
        string prefix = start == 7 ? "😀😀😀😀😀😀😀" : string.Empty;

        KnowledgeBaseAnswer answer = KnowledgeBaseAnswer.From(new RetrieveAndGenerateResponse
        {
            Output = new RetrieveAndGenerateOutput { Text = prefix + text + " " + text },
            Citations =
            [
                new KnowledgeBaseCitation
                {
                    GeneratedResponsePart = new GeneratedResponsePart
                    {
                        TextResponsePart = new TextResponsePart { Text = text, Span = start < 0 ? null : new KnowledgeBaseSpan { Start = start, End = end } },
                    },
                },
            ],
        });

        Assert.Equal(prefix.Length..(prefix.Length + text.Length), answer.Citations[0].Range);
    }

    [Fact]
    public async Task Rerank_Between_PutsPassagesInItsOrder()
    {
        using FakeBedrock fake = WithDocuments();
        BedrockKnowledgeBase knowledge = Open(fake, options =>
        {
            options.Rerank = (query, texts, token) => fake.Client.RerankAsync(CohereRerankModels.V35, query, texts, cancellationToken: token);
            options.NumberOfRerankedResults = 1;
        });

        KnowledgeBasePassage best = Assert.Single(await knowledge.RetrieveAsync("What does mooring cost?"));

        Assert.Equal("fees", best.DocumentId);
        Assert.Contains(fake.Calls, call => call.Operation == "InvokeModel");
    }

    [Fact]
    public async Task Tool_CalledByAModel_GivesPassagesWithSources()
    {
        using FakeBedrock fake = WithDocuments();
        BedrockKnowledgeBase knowledge = Open(fake);
        RunnableTool tool = knowledge.AsTool("harbour_sheets", "What the harbour office wrote down.");

        ToolResultBlock result = await tool.RunAsync(new ToolUseBlock
        {
            ToolUseId = "t1",
            Name = tool.Name,
            Input = JsonElement.Parse("""{"query":"mooring costs"}"""),
        });
        object? given = await knowledge.AsFunction().InvokeAsync(new AIFunctionArguments { ["query"] = "mooring costs" });

        string json = Assert.IsType<ToolResultJson>(Assert.Single(result.Content!)).Json.GetRawText();
        Assert.Contains("\"source\":\"fees\"", json, StringComparison.Ordinal);
        Assert.Equal(json, Assert.IsType<JsonElement>(given).GetRawText());
        Assert.Equal("query", knowledge.AsFunction().JsonSchema.GetProperty("required")[0].GetString());
    }

    [Fact]
    public async Task AgenticRetrieve_Answered_HasResultsAndCitations()
    {
        using FakeBedrock fake = WithDocuments();

        AgenticRetrieveStreamResponse response = await (await Open(fake).AgenticRetrieveAsync("When is high tide?")).ToResponseAsync();

        AgenticRetrieveResultEvent result = Assert.IsType<AgenticRetrieveResultEvent>(response.Stream[^1]);
        Assert.Contains("06:10", result.GeneratedResponse!.Answer, StringComparison.Ordinal);
        Assert.Equal("High tide is at 06:10 at the north port.", result.Results![0].Content!.Text);
    }

    [Fact]
    public async Task GenerateSql_ById_AsksForTheArn()
    {
        using FakeBedrock fake = WithDocuments();

        string sql = Assert.Single(await Open(fake).GenerateSqlAsync("How many berths?"));

        Assert.StartsWith("SELECT", sql, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => new BedrockKnowledgeBase(fake.Agents.Runtime, Id).GenerateSqlAsync("How many berths?"));
    }

    private static FakeBedrock WithDocuments()
    {
        var fake = new FakeBedrock();
        fake.Agents.AddKnowledgeBase(Id, Source);
        fake.Agents.AddDocument(Id, "tides", "High tide is at 06:10 at the north port.", Attributes("north", 2026));
        fake.Agents.AddDocument(Id, "fees", "Mooring costs 20 crowns a night.", Attributes("south", 2025));
        return fake;
    }

    private static Dictionary<string, JsonElement> Attributes(string port, int year) =>
        new() { ["port"] = JsonElement.Parse($"\"{port}\""), ["year"] = JsonElement.Parse($"{year}") };

    private static BedrockKnowledgeBase Open(FakeBedrock fake, Action<KnowledgeBaseOptions>? configure = null)
    {
        var options = new KnowledgeBaseOptions
        {
            BuildingClient = fake.Agents.Building,
            DataSourceId = Source,
            ModelArn = Model,
            TimeProvider = fake.Engine.Time,
        };
        configure?.Invoke(options);
        return new BedrockKnowledgeBase(fake.Agents.Runtime, Id, options);
    }

    private sealed class Reports : IProgress<KnowledgeBaseIngestion>
    {
        public List<KnowledgeBaseIngestion> Seen { get; } = [];

        public void Report(KnowledgeBaseIngestion value) => Seen.Add(value);
    }

    private sealed class Sheet
    {
        [JsonPropertyName("port")]
        public string? Port { get; set; }

        [JsonPropertyName("year")]
        public int Year { get; set; }
    }
}
