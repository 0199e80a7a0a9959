using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.ControlPlane.Batch;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.ControlPlane.Batch;

/// <summary>Lines of inputs and results, as others wrote them down.</summary>
public sealed class BatchFormatTests
{
    [SharedFact]
    public void Line_OfARequest_IsThatOfTheSamples()
    {
        using var line = new RecordLine();
        byte[] titan = line.Write(
            "REC00000001", new TitanEmbedTextRequest { InputText = "north quay", Dimensions = 256 }, TitanModels.EmbedTextV2.RequestTypeInfo);
        byte[] converse = line.Write(
            "C-1",
            new ConverseRequest
            {
                System = ["Be brief."],
                Messages = [Message.User("Name three knots.")],
                InferenceConfig = new InferenceConfiguration { MaxTokens = 64, Temperature = 0.2 },
            },
            ConverseJson.Request);

        EqualJson.Check(Sample("batch.invokemodel.input.jsonl")[0], Encoding.UTF8.GetString(titan), "line");
        EqualJson.Check(Sample("batch.converse.input.jsonl")[0], Encoding.UTF8.GetString(converse), "line");
        Assert.Equal((byte)'\n', titan[^1]);
    }

    [SharedFact]
    public async Task Results_OfTheSamples_AreRead()
    {
        OutputRecord[] titan = [.. (await ScanAsync(SampleBytes("batch.invokemodel.output.jsonl.out"), 64)).Select(json => OutputRecord.Read(json))];
        OutputRecord converse = OutputRecord.Read(Assert.Single(await ScanAsync(SampleBytes("batch.converse.output.jsonl.out"), 64)));

        Assert.Equal(["REC00000001", "ZX81QL00042"], titan.Select(record => record.Id));
        Assert.Equal([0.1f, 0.2f], JsonSerializer.Deserialize(titan[0].Output.Span, TitanModels.EmbedTextV2.ResponseTypeInfo)!.Embedding.ToArray());
        Assert.Equal((true, "400", "made-up reason", true), (titan[1].HasError, titan[1].Code, titan[1].Message, titan[1].Output.IsEmpty));
        Assert.Equal("Bowline, cleat, reef.", JsonSerializer.Deserialize(converse.Output.Span, ConverseJson.Response)!.Text);
    }

    [Fact]
    public void Line_OfARequestWithLineFeedsInRawJson_IsOneLine()
    {
        using var line = new RecordLine();
        var request = new ConverseRequest
        {
            Messages = [Message.User("a\nb")],
            AdditionalModelRequestFields = JsonElement.Parse("{\n \"k\": [1,\r\n 2]\n}"),
        };

        string text = Encoding.UTF8.GetString(line.Write("a", request, ConverseJson.Request));

        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
        Assert.DoesNotContain('\r', text);
        Assert.Equal(2, JsonElement.Parse(text).GetProperty("modelInput").GetProperty("additionalModelRequestFields").GetProperty("k").GetArrayLength());
    }

    [Theory]
    [InlineData("{\"a\":1}{\"b\":\"}{\"}\n{\"c\":{\"d\":{}}}", 3)]
    [InlineData("  {\"a\":\"\\\\\"}\r\n\r\n{\"b\":\"\\\"{\"} ", 2)]
    [InlineData("[{\"a\":1},{\"b\":2}]", 2)]
    [InlineData("{\"a\":\"cut\n{\"b\":1}\n", 1)]
    [InlineData("{\"a\":1}{\"b\":", 1)]
    [InlineData("", 0)]
    public async Task Scan_InPiecesOfAnySize_FindsEachObject(string text, int count)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int piece = 1; piece <= bytes.Length + 1; piece++)
        {
            List<byte[]> found = await ScanAsync(bytes, piece);

            Assert.Equal(count, found.Count);
            Assert.All(found, json => Assert.Equal(JsonValueKind.Object, JsonElement.Parse(json).ValueKind));
        }
    }

    [Fact]
    public async Task Scan_ObjectLargerThanTheBuffer_IsWhole()
    {
        string large = new('x', 700_000);

        List<byte[]> found = await ScanAsync(Encoding.UTF8.GetBytes($"{{\"a\":\"{large}\"}}{{\"b\":\"{large}\"}}"), 100_000);

        Assert.Equal(["a", "b"], found.Select(json => JsonElement.Parse(json).EnumerateObject().Single().Name));
        Assert.All(found, json => Assert.Equal(large.Length + 8, json.Length));
    }

    [Theory]
    [InlineData("{\"recordId\":\"a\",\"modelOutput\":{\"x\":1},\"modelInput\":{\"recordId\":\"b\"}}", "a", "{\"x\":1}", false)]
    [InlineData("{\"modelOutput\":null,\"recordId\":\"a\",\"error\":{\"errorCode\":\"E\",\"errorMessage\":\"m\",\"retryable\":{\"x\":[1]}}}", "a", "", true)]
    [InlineData("{\"recordId\":17,\"modelOutput\":{}}", null, "{}", false)]
    [InlineData("{\"recordId\":\"a\",\"modelOutput\":{]}", "a", "", false)]
    public void Read_OfAnyOrderAndDamage_TakesWhatIsThere(string json, string? id, string output, bool hasError)
    {
        var record = OutputRecord.Read(Encoding.UTF8.GetBytes(json));

        Assert.Equal((id, output, hasError), (record.Id, Encoding.UTF8.GetString(record.Output.Span), record.HasError));
    }

    private static async Task<List<byte[]>> ScanAsync(byte[] bytes, int piece)
    {
        int at = 0;
        var scanner = new RecordScanner((buffer, _) =>
        {
            int count = Math.Min(Math.Min(piece, buffer.Length), bytes.Length - at);
            bytes.AsMemory(at, count).CopyTo(buffer);
            at += count;
            return ValueTask.FromResult(count);
        });
        List<byte[]> found = [];
        await foreach (ReadOnlyMemory<byte> json in scanner.ReadAsync(CancellationToken.None)) found.Add(json.ToArray());
        return found;
    }

    private static string[] Sample(string name) => File.ReadAllLines(SharedFolder.PathTo("wire", "samples-other", name));

    private static byte[] SampleBytes(string name) => File.ReadAllBytes(SharedFolder.PathTo("wire", "samples-other", name));
}
