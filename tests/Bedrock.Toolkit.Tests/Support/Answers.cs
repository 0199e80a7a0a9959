using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>HTTP answers, made one by one.</summary>
internal static class Answers
{
    public const string RequestId = "11111111-2222-3333-4444-555555555555";

    /// <summary>A whole answer with status 200.</summary>
    public static HttpResponseMessage Json(string body, params (string Name, string Value)[] headers) =>
        Of(HttpStatusCode.OK, Encoding.UTF8.GetBytes(body), "application/json", headers);

    /// <summary>An error of the restJson1 protocol.</summary>
    public static HttpResponseMessage Error(int status, string? code, string message = "what the server says", params (string Name, string Value)[] headers) =>
        Of((HttpStatusCode)status, Encoding.UTF8.GetBytes($$"""{"message":"{{message}}"}"""), "application/json", code is null ? headers
            : [.. headers, ("x-amzn-ErrorType", code)]);

    /// <summary>A body of any kind.</summary>
    public static HttpResponseMessage Of(HttpStatusCode status, byte[] body, string? contentType, params (string Name, string Value)[] headers) =>
        Of(status, new MemoryStream(body), contentType, headers);

    /// <summary>A body that is read while it arrives.</summary>
    public static HttpResponseMessage Of(HttpStatusCode status, Stream body, string? contentType, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StreamContent(body) };
        if (contentType is not null) response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        response.Headers.TryAddWithoutValidation("x-amzn-RequestId", RequestId);
        foreach ((string name, string value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value)) response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    /// <summary>An event stream of whole frames.</summary>
    public static HttpResponseMessage Stream(params byte[][] frames) => Stream(new MemoryStream([.. frames.SelectMany(f => f)]));

    /// <summary>An event stream that arrives as the given stream gives it.</summary>
    public static HttpResponseMessage Stream(Stream body) => Of(HttpStatusCode.OK, body, "application/vnd.amazon.eventstream");
}
