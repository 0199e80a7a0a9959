using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>What the tests of every family ask of its wire types.</summary>
internal static class FamilyWire
{
    /// <summary>The request line, the content type and the body, as a snapshot compares them; the request has passed the model's check.</summary>
    public static string HttpText<TRequest, TResponse>(Model<TRequest, TResponse> model, TRequest request)
    {
        model.CheckRequest!(request);
        return $"POST /model/{Uri.EscapeDataString(model.Id.Value)}/invoke\ncontent-type: application/json\n\n{Body(model, request)}";
    }

    /// <summary>The bytes that the descriptor writes, which are those that <see cref="BedrockJson"/> writes.</summary>
    public static string Body<TRequest, TResponse>(Model<TRequest, TResponse> model, TRequest request)
    {
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, request, model.RequestTypeInfo);
        string body = Encoding.UTF8.GetString(buffer.WrittenSpan);
        Assert.Equal(body, BedrockJson.Serialize(request));
        return body;
    }

    /// <summary>Reads and writes; fails when anything changed on the way.</summary>
    public static T RoundTrip<T>(string json, params string[] freeMembers)
    {
        T value = BedrockJson.Deserialize<T>(json);
        EqualJson.Check(json, BedrockJson.Serialize(value), freeMembers);
        return value;
    }

    /// <summary>Reads one chunk per line.</summary>
    public static List<string> Lines(string jsonLines) => [.. jsonLines.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    public static TResponse Fold<TRequest, TResponse, TEvent>(StreamingModel<TRequest, TResponse, TEvent> model, params IEnumerable<string> chunks)
    {
        IStreamFold<TEvent, TResponse> fold = model.CreateFold();
        foreach (string chunk in chunks)
        {
            fold.Add(BedrockJson.Deserialize<TEvent>(chunk));
        }

        return fold.ToResponse();
    }

    /// <summary>The simulated server answers the model: with and without streaming the same, and what it says is typed.</summary>
    public static async Task AskSimulationAsync<TRequest, TResponse, TEvent>(
        StreamingModel<TRequest, TResponse, TEvent> model, TRequest request, Func<TResponse, string?> textOf, string expected)
        where TResponse : BedrockResponse
    {
        using var fake = new Bedrock.Toolkit.Testing.FakeBedrock();

        TResponse whole = await fake.Client.InvokeAsync(model, request);
        TResponse folded = await fake.Client.StreamAsync(model, request).ToResponseAsync();

        Assert.Contains(expected, textOf(whole), StringComparison.Ordinal);
        Assert.Equal(textOf(whole), textOf(folded));
        Assert.Null(whole.AdditionalProperties);
        Assert.True(whole.TokenUsage is { InputTokens: > 0, OutputTokens: > 0 });
        Assert.True(folded.TokenUsage is { InputTokens: > 0, OutputTokens: > 0 });
    }

    /// <summary>A model past its end of life says so in all three places.</summary>
    public static void CheckLifecycles(Type models, DateOnly today)
    {
        foreach (System.Reflection.PropertyInfo property in models.GetProperties())
        {
            var model = (Model)property.GetValue(null)!;
            var obsolete = (ObsoleteAttribute?)Attribute.GetCustomAttribute(property, typeof(ObsoleteAttribute));
            bool isPast = model.Lifecycle.EndOfLife <= today;
            Assert.Equal(isPast, model.Lifecycle.Status == ModelStatus.Retired);
            Assert.Equal(isPast, obsolete is not null);
            Assert.Equal(model.Lifecycle.EndOfLife is null, model.Lifecycle.Replacement is null);
            Assert.True(obsolete is null
                || (obsolete.DiagnosticId == "BRT0001" && obsolete.Message!.Contains(model.Lifecycle.Replacement!, StringComparison.Ordinal)));
        }
    }

    /// <summary>A JSON value of the test itself.</summary>
    public static JsonElement Json(string json) => JsonElement.Parse(json);
}
