using System.Net;
using System.Net.Http.Headers;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Between the messages of an HTTP client and what the engine knows.</summary>
internal static class HttpMessages
{
    /// <summary>What the name of the other host of inference begins with.</summary>
    public const string MantleHost = "bedrock-mantle";

    /// <summary>Lets the client pass on what a test set up, or forgot to: only failures of a network are told as such.</summary>
    public static Exception AsItIs(Exception exception)
    {
        if (exception is not (IOException or HttpRequestException))
        {
            exception.Data["Bedrock.Toolkit.AsItIs"] = true;
        }

        return exception;
    }

    /// <summary>A request as the service would receive it.</summary>
    public static async Task<ReceivedRequest> ReceiveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri uri = request.RequestUri!;
        List<KeyValuePair<string, string>> headers = [new("Host", request.Headers.Host ?? uri.Authority)];
        AddLines(headers, request.Headers);
        byte[] body = [];
        if (request.Content is { } content)
        {
            body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            AddLines(headers, content.Headers);
        }

        bool isTooLarge = body.Length > ReceivedRequest.MaxBodyBytes;
        return new ReceivedRequest
        {
            Method = request.Method.Method,
            Path = uri.AbsolutePath,
            Query = uri.Query is ['?', ..] query ? query[1..] : string.Empty,
            Headers = headers,
            IsMantle = uri.Host.StartsWith(MantleHost, StringComparison.OrdinalIgnoreCase),
            Body = isTooLarge ? default(ReadOnlyMemory<byte>) : body,
            IsTooLarge = isTooLarge,
        };
    }

    /// <summary>An answer as a client gets it.</summary>
    public static HttpResponseMessage ToResponse(Answer answer, HttpRequestMessage request, TimeProvider time)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.StatusCode) { RequestMessage = request };
        response.Content = answer is { Frames: null, End: AnswerEnd.Regular }
            ? new ReadOnlyMemoryContent(answer.Body)
            : new StreamContent(new AnswerStream(answer, time));
        foreach ((string name, string value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (answer.DeclaredLength is { } length)
        {
            response.Content.Headers.ContentLength = length;
        }

        return response;
    }

    private static void AddLines(List<KeyValuePair<string, string>> lines, HttpHeaders headers)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            if (!name.Equals("Host", StringComparison.OrdinalIgnoreCase))
            {
                lines.Add(new(name, values.ToString()));
            }
        }
    }
}
