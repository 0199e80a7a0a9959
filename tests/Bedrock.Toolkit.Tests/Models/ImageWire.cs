using System.Text.Json;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Models;

/// <summary>The JSON of the image and video types, as the tests look at it.</summary>
internal static class ImageWire
{
    /// <summary>The request as a text: method, path, content type, blank line, body.</summary>
    public static string TextOf<TRequest, TResponse>(Model<TRequest, TResponse> model, TRequest request)
    {
        model.CheckRequest!(request);
        return $"POST /model/{Uri.EscapeDataString(model.Id.Value)}/invoke\ncontent-type: application/json\n\n{BedrockJson.Serialize(request)}";
    }

    /// <summary>Reads and writes a sample, and fails when the JSON is not equal.</summary>
    public static T RoundTrip<T>(string json)
    {
        var value = BedrockJson.Deserialize<T>(json);
        EqualJson.Check(json, BedrockJson.Serialize(value));
        return value;
    }

    public static string Sample(string name) => File.ReadAllText(SharedFolder.PathTo("wire", "samples-other", name + ".json"));

    /// <summary>The model input of an asynchronous call.</summary>
    public static string SampleInput(string name) => JsonElement.Parse(Sample(name)).GetProperty("modelInput").GetRawText();

    public static string[] Samples(string start, string end) =>
    [
        .. Directory.EnumerateFiles(SharedFolder.PathTo("wire", "samples-other"), start + "*" + end + ".json")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    public static void AssertRefused<TRequest>(Action<TRequest>? check, TRequest request, params string[] parts)
    {
        var e = Assert.Throws<ArgumentException>(() => check!(request));
        Assert.All(parts, part => Assert.Contains(part, e.Message, StringComparison.Ordinal));
    }
}
