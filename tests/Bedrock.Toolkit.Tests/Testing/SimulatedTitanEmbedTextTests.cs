using System.Text.Json;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedTitanEmbedTextTests
{
    private const string V2 = "amazon.titan-embed-text-v2:0";

    [Theory]
    [InlineData("amazon.titan-embed-text-v1", "", 1536)]
    [InlineData(V2, "", 1024)]
    [InlineData(V2, ",\"dimensions\":512", 512)]
    [InlineData(V2, ",\"dimensions\":256", 256)]
    public void Invoke_Text_GivesAVectorOfLengthOne(string id, string more, int dimensions)
    {
        JsonElement body = SimulatedCalls.Invoke(id, $$"""{"inputText":"The quick brown fox"{{more}}}""");

        float[] vector = Vector(body.GetProperty("embedding"));
        Assert.Equal(dimensions, vector.Length);
        Assert.Equal(1, Dot(vector, vector), 4);
        Assert.Equal(6, body.GetProperty("inputTextTokenCount").GetInt32());
        Assert.Equal(id == V2, body.TryGetProperty("embeddingsByType", out JsonElement byType));
        if (id == V2)
        {
            Assert.Equal(vector, Vector(byType.GetProperty("float")));
            Assert.False(byType.TryGetProperty("binary", out _));
        }
    }

    [Fact]
    public void Invoke_BinaryOnly_GivesSignBitsAndNoFloats()
    {
        JsonElement body = SimulatedCalls.Invoke(V2, """{"inputText":"fox","dimensions":256,"embeddingTypes":["binary"]}""");
        JsonElement both = SimulatedCalls.Invoke(V2, """{"inputText":"fox","dimensions":256,"embeddingTypes":["float","binary"]}""");

        Assert.False(body.TryGetProperty("embedding", out _));
        int[] bits = [.. body.GetProperty("embeddingsByType").GetProperty("binary").EnumerateArray().Select(e => e.GetInt32())];
        Assert.Equal(Vector(both.GetProperty("embedding")).Select(v => v > 0 ? 1 : 0), bits);
        Assert.Equal(bits, both.GetProperty("embeddingsByType").GetProperty("binary").EnumerateArray().Select(e => e.GetInt32()));
    }

    [Fact]
    public void Invoke_NotNormalized_KeepsTheDirection()
    {
        float[] unit = Vector(SimulatedCalls.Invoke(V2, """{"inputText":"one two three"}""").GetProperty("embedding"));
        float[] raw = Vector(SimulatedCalls.Invoke(V2, """{"inputText":"one two three","normalize":false}""").GetProperty("embedding"));

        Assert.True(Dot(raw, raw) > 2);
        Assert.Equal(1, Dot(unit, raw) / Math.Sqrt(Dot(raw, raw)), 4);
    }

    [Theory]
    [InlineData(256)]
    [InlineData(1024)]
    [InlineData(1536)]
    public void Create_SharedWords_AreNearerThanOthers(int dimensions)
    {
        float[] question = HashedEmbedding.Create("How do I reset my password?", dimensions, true);
        float[] near = HashedEmbedding.Create("Reset a forgotten password in the account settings", dimensions, true);
        float[] inflected = HashedEmbedding.Create("Resetting passwords", dimensions, true);
        float[] far = HashedEmbedding.Create("Bananas ripen faster next to apples", dimensions, true);

        Assert.True(Dot(question, near) > 0.35, $"near: {Dot(question, near)}");
        Assert.True(Math.Abs(Dot(question, far)) < 0.2, $"far: {Dot(question, far)}");
        Assert.True(Dot(question, inflected) > Dot(question, far), $"inflected: {Dot(question, inflected)}");
        Assert.Equal(1, Dot(question, HashedEmbedding.Create("how do i RESET my password", dimensions, true)), 5);
    }

    [Fact]
    public void Create_SameText_HasTheSameVectorOnEveryMachine()
    {
        float[] vector = HashedEmbedding.Create("fox", 8, false);

        // Fixed on purpose, so that stored vectors of a demo stay usable; the numbers come from a script of another language.
        Assert.Equal([-0.92, 0, -0.4, 0, 0.28, -0.12, 0, 0], vector.Select(v => Math.Round(v, 4)));
        Assert.Equal(vector, HashedEmbedding.Create("FOX!", 8, false));
    }

    [Theory]
    [InlineData("!?")]
    [InlineData("\U0001F600")]
    [InlineData("a")]
    public void Create_HardlyAnyText_IsStillAVector(string text)
    {
        float[] vector = HashedEmbedding.Create(text, 256, true);

        Assert.Equal(1, Dot(vector, vector), 4);
    }

    private static float[] Vector(JsonElement element) => [.. element.EnumerateArray().Select(e => e.GetSingle())];

    private static double Dot(float[] left, float[] right) => left.Zip(right, (a, b) => (double)a * b).Sum();
}
