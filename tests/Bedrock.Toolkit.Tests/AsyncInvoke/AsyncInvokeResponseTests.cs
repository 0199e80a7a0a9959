using System.Text.Json;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.AsyncInvoke;

public class AsyncInvokeResponseTests
{
    private const string Job = """
        {"invocationArn":"arn:aws:bedrock:eu-west-1:210987654321:async-invoke/quay12345678","modelArn":"arn:aws:bedrock:eu-west-1::foundation-model/luma.ray-v2:0",
         "clientRequestToken":"t","status":"Failed","failureMessage":"The quay was closed.","submitTime":"2026-05-02T06:07:08Z","lastModifiedTime":"2026-05-02T06:09:08.5Z",
         "endTime":"2026-05-02T06:09:08.123456Z","outputDataConfig":{"s3OutputDataConfig":{"s3Uri":"s3://quay/out/quay12345678","kmsKeyId":"k","bucketOwner":"210987654321"}}}
        """;

    [Fact]
    public void Get_EveryMember_IsTyped()
    {
        GetAsyncInvokeResponse job = WireText.RoundTrip<GetAsyncInvokeResponse>(Job);

        Assert.Null(job.AdditionalProperties);
        Assert.Equal(AsyncInvokeStatus.Failed, job.Status);
        Assert.Equal(new DateTimeOffset(2026, 5, 2, 6, 7, 8, TimeSpan.Zero), job.SubmitTime);
        Assert.Equal(500, job.LastModifiedTime!.Value.Millisecond);
        Assert.Equal("s3://quay/out/quay12345678", job.OutputDataConfig!.S3Uri);
    }

    [Fact]
    public void List_EveryMember_IsTyped()
    {
        ListAsyncInvokesResponse page = WireText.RoundTrip<ListAsyncInvokesResponse>($$"""{"nextToken":"n","asyncInvokeSummaries":[{{Job}}]}""");

        Assert.Equal("n", page.NextToken);
        Assert.Equal("The quay was closed.", Assert.Single(page.AsyncInvokeSummaries).FailureMessage);
        Assert.Null(page.AsyncInvokeSummaries[0].AdditionalProperties);
    }

    [Fact]
    public void Unknown_MembersValuesVariants_Survive()
    {
        var job = WireText.RoundTrip<GetAsyncInvokeResponse>("""
            {"status":"Paused","progress":{"percent":null},"outputDataConfig":{"fileSystem":{"path":null}}}
            """, "progress", "fileSystem");

        Assert.Equal("Paused", job.Status!.Value.Value);
        Assert.IsType<AsyncInvokeUnknownOutput>(job.OutputDataConfig);
        Assert.Null(job.OutputDataConfig!.S3Uri);

        var request = WireText.RoundTrip<StartAsyncInvokeRequest>("""
            {"modelId":"m","modelInput":{"a":null},"outputDataConfig":{"s3OutputDataConfig":{"s3Uri":"s3://a","acl":1},"side":2},"tags":[{"key":"k","value":"v","x":[]}],"later":true}
            """, "modelInput");
        Assert.Equal("s3://a", request.OutputDataConfig.S3Uri);
    }

    [Theory]
    [InlineData("""{"submitTime":"yesterday"}""", "$.submitTime")]
    [InlineData("""{"submitTime":"2026-05-02T06:07:08"}""", "$.submitTime")]
    [InlineData("""{"submitTime":"2026-05-02"}""", "$.submitTime")]
    [InlineData("""{"submitTime":true}""", "$.submitTime")]
    [InlineData("""{"submitTime":1e300}""", "$.submitTime")]
    [InlineData("""{"status":1}""", "$.status")]
    [InlineData("""{"outputDataConfig":{"s3OutputDataConfig":{}}}""", "$.outputDataConfig.s3OutputDataConfig")]
    public async Task Malformed_Answer_TellsThePlace(string body, string path)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(body)));

        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(() => client.GetAsyncInvokeAsync("a"));

        Assert.Equal(path, e.JsonPath);
    }

    [Theory]
    [InlineData("1700000000", "2023-11-14T22:13:20Z")]
    [InlineData("1700000000.25", "2023-11-14T22:13:20.25Z")]
    [InlineData("-1", "1969-12-31T23:59:59Z")]
    [InlineData("\"2026-05-02T08:07:08+02:00\"", "2026-05-02T06:07:08Z")]
    [InlineData("\"2026-05-02T06:07:08.120Z\"", "2026-05-02T06:07:08.12Z")]
    public void Time_OtherForms_AreRead(string json, string written)
    {
        var job = BedrockJson.Deserialize<AsyncInvokeSummary>($$"""{"submitTime":{{json}}}""");

        Assert.Equal($$"""{"submitTime":"{{written}}"}""", BedrockJson.Serialize(job));
    }

    [SharedFact]
    public void Samples_OfTheWireFolder_RoundTrip()
    {
        Assert.Equal("Failed", WireText.RoundTrip<GetAsyncInvokeResponse>(Sample("get-async-invoke.response")).Status!.Value.Value);
        Assert.Single(WireText.RoundTrip<ListAsyncInvokesResponse>(Sample("list-async-invokes.response")).AsyncInvokeSummaries);
        string[] starts = [.. Directory.GetFiles(SharedFolder.PathTo("wire", "samples-other"), "*.json").Where(IsStart)];
        Assert.NotEmpty(starts);
        foreach (string start in starts)
        {
            var request = WireText.RoundTrip<StartAsyncInvokeRequest>(File.ReadAllText(start), "modelInput");
            Assert.Null(request.AdditionalProperties);
            Assert.IsType<AsyncInvokeS3Output>(request.OutputDataConfig);
        }
    }

    private static string Sample(string name) => File.ReadAllText(SharedFolder.PathTo("wire", "samples-other", name + ".json"));

    private static bool IsStart(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("modelInput", out _)
            && document.RootElement.TryGetProperty("outputDataConfig", out _);
    }
}
