using System.Net;
using System.Text.Json;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.AsyncInvoke;

public class AsyncInvokeRequestTests
{
    private const string Arn = "arn:aws:bedrock:us-east-1:210987654321:async-invoke/abc123def456";

    [Fact]
    public async Task Start_EveryMember_MatchesSnapshot()
    {
        var request = new StartAsyncInvokeRequest
        {
            ClientRequestToken = "token-1",
            ModelId = "amazon.nova-reel-v1:1",
            ModelInput = JsonElement.Parse("""{"taskType":"TEXT_VIDEO","textToVideoParams":{"text":"a harbour at dawn","seed":null}}"""),
            OutputDataConfig = AsyncInvokeOutputDataConfig.InS3("s3://harbour-out/jobs", "arn:aws:kms:us-east-1:210987654321:alias/harbour", "210987654321"),
            Tags = [new Tag { Key = "team", Value = "pilots" }, new Tag { Key = "empty", Value = "" }],
            AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = JsonElement.Parse("""{"a":[1,null]}""") },
        };

        Snapshot.Match(await WireText.OfAsync(client => client.StartAsyncInvokeAsync(request)));
    }

    [Fact]
    public async Task Start_TypedModel_WritesItsRequest()
    {
        StartAsyncInvokeRequest request =
            StartAsyncInvokeRequest.For(TitanModels.EmbedTextV2, new TitanEmbedTextRequest { InputText = "Grüße <1>", Dimensions = 256 },
            "s3://harbour-out/jobs");

        SentRequest sent = await WireText.SendAsync(client => client.StartAsyncInvokeAsync(request));

        using JsonDocument body = JsonDocument.Parse(sent.Body);
        Assert.Equal("amazon.titan-embed-text-v2:0", body.RootElement.GetProperty("modelId").GetString());
        Assert.Equal("""{"inputText":"Grüße <1>","dimensions":256}""", body.RootElement.GetProperty("modelInput").GetRawText());
        Assert.Equal("s3://harbour-out/jobs", body.RootElement.GetProperty("outputDataConfig").GetProperty("s3OutputDataConfig").GetProperty("s3Uri")
            .GetString());
    }

    [Fact]
    public void Start_TypedModel_ChecksItsRequest()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() =>
            StartAsyncInvokeRequest.For(TitanModels.EmbedTextV2, new TitanEmbedTextRequest { InputText = "a", Dimensions = 7 }, "s3://harbour-out/jobs"));

        Assert.Contains("Dimensions", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithoutToken_MakesOneForAllAttemptsOfACall()
    {
        var handler = new ScriptedHandler(
            _ => Answers.Error(503, "ServiceUnavailableException"),
            _ => Answers.Json($$"""{"invocationArn":"{{Arn}}"}"""),
            _ => Answers.Json($$"""{"invocationArn":"{{Arn}}"}"""));
        using BedrockClient client = TestClient.Over(handler);
        StartAsyncInvokeRequest request = Minimal();

        StartAsyncInvokeResponse response = await client.StartAsyncInvokeAsync(request);
        await client.StartAsyncInvokeAsync(request);

        Assert.Equal(Arn, response.InvocationArn);
        Assert.Null(request.ClientRequestToken);
        string[] tokens = [.. handler.Sent.Select(TokenOf)];
        Assert.Equal(3, tokens.Length);
        Assert.Equal(tokens[0], tokens[1]);
        Assert.NotEqual(tokens[1], tokens[2]);
        Assert.True(Guid.TryParse(tokens[0], out _));
    }

    [Fact]
    public async Task Start_OwnToken_IsSent()
    {
        StartAsyncInvokeRequest request = Minimal();
        request.ClientRequestToken = "mine";

        Assert.Equal("mine", TokenOf(await WireText.SendAsync(client => client.StartAsyncInvokeAsync(request))));
    }

    [Fact]
    public async Task StartJob_AnswerWithoutArn_IsAProtocolError()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json("{}")));

        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(() => client.StartAsyncInvokeJobAsync(Minimal()));

        Assert.Equal("$.invocationArn", e.JsonPath);
        Assert.Equal(Answers.RequestId, e.RequestId);
    }

    [Fact]
    public async Task Start_BadRequest_NamesTheMember()
    {
        (Action<StartAsyncInvokeRequest> Spoil, string Named)[] cases =
        [
            (r => r.ModelId = " ", "ModelId"),
            (r => r.ModelId = new string('a', 257), "ModelId"),
            (r => r.ModelInput = default, "ModelInput"),
            (r => r.ClientRequestToken = "", "ClientRequestToken"),
            (r => r.ClientRequestToken = "a b", "ClientRequestToken"),
            (r => r.ClientRequestToken = new string('a', 257), "ClientRequestToken"),
            (r => r.OutputDataConfig = null!, "OutputDataConfig"),
            (r => r.OutputDataConfig = "harbour-out/jobs", "OutputDataConfig.S3OutputDataConfig.S3Uri"),
            (r => r.OutputDataConfig = "s3://", "OutputDataConfig.S3OutputDataConfig.S3Uri"),
            (r => r.OutputDataConfig = AsyncInvokeOutputDataConfig.InS3("s3://a/b", bucketOwner: "123"), "OutputDataConfig.S3OutputDataConfig.BucketOwner"),
            (r => r.Tags = [.. Enumerable.Range(0, 201).Select(i => new Tag { Key = $"k{i}", Value = "v" })], "Tags"),
            (r => r.Tags = [new Tag { Key = "", Value = "v" }], "Tags[0]"),
            (r => r.Tags = [new Tag { Key = "k", Value = new string('v', 257) }], "Tags[0]"),
        ];
        foreach ((Action<StartAsyncInvokeRequest> spoil, string named) in cases)
        {
            StartAsyncInvokeRequest request = Minimal();
            spoil(request);
            using BedrockClient client = TestClient.Over(new ScriptedHandler());
            ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.StartAsyncInvokeAsync(request));
            Assert.Contains($"StartAsyncInvokeRequest.{named} ", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Arn_GoesIntoThePathAsOneSegment() => Assert.Equal(
        "GET /async-invoke/arn%3Aaws%3Abedrock%3Aus-east-1%3A210987654321%3Aasync-invoke%2Fabc123def456\n\n",
        await WireText.OfAsync(client => client.GetAsyncInvokeAsync(Arn)));

    [Theory]
    [InlineData("")]
    [InlineData("a/../b")]
    public async Task Get_BadArn_IsRefused(string arn)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler());
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.GetAsyncInvokeAsync(arn));
        Assert.Equal("invocationArn", e.ParamName);
    }

    [Fact]
    public async Task List_EveryMember_GoesIntoTheQuery()
    {
        var request = new ListAsyncInvokesRequest
        {
            SubmitTimeAfter = new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.FromHours(1)),
            SubmitTimeBefore = new DateTimeOffset(2026, 3, 2, 0, 0, 0, 250, TimeSpan.Zero),
            StatusEquals = AsyncInvokeStatus.InProgress,
            MaxResults = 10,
            NextToken = "a+b/c==&d",
            SortBy = SortAsyncInvocationBy.SubmissionTime,
            SortOrder = SortOrder.Descending,
            AdditionalProperties = new Dictionary<string, JsonElement>
            {
                ["modelEquals"] = JsonElement.Parse("\"a b\""), ["flag"] = JsonElement.Parse("true"), ["no"] = JsonElement.Parse("null"),
            },
        };

        Assert.Equal(
            "GET /async-invoke?submitTimeAfter=2026-03-01T10%3A00%3A00Z&submitTimeBefore=2026-03-02T00%3A00%3A00.25Z&statusEquals=InProgress&maxResults=10"
            + "&nextToken=a%2Bb%2Fc%3D%3D%26d&sortBy=SubmissionTime&sortOrder=Descending&modelEquals=a%20b&flag=true\n\n",
            await WireText.OfAsync(client => client.ListAsyncInvokesPageAsync(request)));
    }

    [Fact]
    public async Task List_Nothing_HasNoQuery() =>
        Assert.Equal("GET /async-invoke\n\n", await WireText.OfAsync(client => client.ListAsyncInvokesPageAsync()));

    [Fact]
    public async Task List_BadRequest_NamesTheMember()
    {
        (ListAsyncInvokesRequest Request, string Named)[] cases =
        [
            (new() { MaxResults = 0 }, "MaxResults"),
            (new() { MaxResults = 1001 }, "MaxResults"),
            (new() { NextToken = "" }, "NextToken"),
            (new() { StatusEquals = default(AsyncInvokeStatus) }, "StatusEquals"),
            (new() { AdditionalProperties = new Dictionary<string, JsonElement> { ["x"] = JsonElement.Parse("[]") } }, "AdditionalProperties['x']"),
        ];
        foreach ((ListAsyncInvokesRequest request, string named) in cases)
        {
            using BedrockClient client = TestClient.Over(new ScriptedHandler());
            ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.ListAsyncInvokesPageAsync(request));
            Assert.Contains($"ListAsyncInvokesRequest.{named}", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task List_Pages_AreAskedAsTheyAreEnumerated()
    {
        var handler = new ScriptedHandler(
            _ => Answers.Json("""{"nextToken":"two","asyncInvokeSummaries":[{"invocationArn":"a"},{"invocationArn":"b"}]}"""),
            _ => Answers.Json("""{"nextToken":"three","asyncInvokeSummaries":[]}"""),
            _ => Answers.Json("""{"asyncInvokeSummaries":[{"invocationArn":"c"}]}"""));
        using BedrockClient client = TestClient.Over(handler);
        var request = new ListAsyncInvokesRequest { MaxResults = 2, NextToken = "one" };
        List<string?> arns = [];
        List<int> asked = [];

        await foreach (AsyncInvokeSummary job in client.ListAsyncInvokesAsync(request))
        {
            arns.Add(job.InvocationArn);
            asked.Add(handler.Sent.Count);
        }

        Assert.Equal(["a", "b", "c"], arns);
        Assert.Equal([1, 1, 3], asked);
        Assert.Equal(["?maxResults=2&nextToken=one", "?maxResults=2&nextToken=two", "?maxResults=2&nextToken=three"], handler.Sent.Select(s => s.Uri.Query));
        Assert.Equal("one", request.NextToken);
    }

    [Fact]
    public async Task List_PageThatAsksForItself_IsAProtocolError()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("""{"nextToken":"x"}"""), _ => Answers.Json("""{"nextToken":"x"}"""));
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<BedrockProtocolException>(() => TestClient.ToListAsync(client.ListAsyncInvokesAsync()));

        Assert.Equal(2, handler.Sent.Count);
    }

    [Fact]
    public async Task List_Cancelled_AsksNoFurtherPage()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("""{"nextToken":"x","asyncInvokeSummaries":[{}]}"""));
        using BedrockClient client = TestClient.Over(handler);
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (AsyncInvokeSummary _ in client.ListAsyncInvokesAsync().WithCancellation(cancel.Token))
            {
                await cancel.CancelAsync();
            }
        });

        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task Get_Throttled_IsRetriedAndMapped()
    {
        var handler = new ScriptedHandler(
            _ => Answers.Error(429, "ThrottlingException"), _ => Answers.Error(429, "ThrottlingException"), _ => Answers.Error(429, "ThrottlingException"));
        using BedrockClient client = TestClient.Over(handler);

        BedrockThrottlingException e = await Assert.ThrowsAsync<BedrockThrottlingException>(() => client.GetAsyncInvokeAsync(Arn));

        Assert.Equal("GetAsyncInvoke", e.Operation);
        Assert.Equal((int)HttpStatusCode.TooManyRequests, e.StatusCode);
        Assert.Equal(3, handler.Sent.Count);
    }

    private static StartAsyncInvokeRequest Minimal() => new()
    {
        ModelId = "amazon.nova-reel-v1:1",
        ModelInput = JsonElement.Parse("""{"taskType":"TEXT_VIDEO"}"""),
        OutputDataConfig = "s3://harbour-out/jobs",
    };

    private static string TokenOf(SentRequest sent)
    {
        using JsonDocument body = JsonDocument.Parse(sent.Body);
        return body.RootElement.GetProperty("clientRequestToken").GetString()!;
    }
}
