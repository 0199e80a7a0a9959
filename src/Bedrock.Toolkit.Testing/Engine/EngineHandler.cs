using System.Net;
using System.Net.Http.Headers;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Stands below a real HTTP client and passes its requests to the engine in memory. Thread-safe.</summary>
internal sealed class EngineHandler(SimulatedBedrock engine) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ReceivedRequest received = await ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        Answer answer;
        try
        {
            answer = engine.Answer(received);
        }
        catch (Exception e)
        {
            throw AsItIs(e);
        }

        if (!answer.HasHead)
        {
            if (answer.Failure is { } failure)
            {
                throw AsItIs(failure);
            }

            try
            {
                await AnswerStream.EndAsync(answer.End, engine.Time, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpIOException e)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, e.Message, e);
            }
        }

        return ToResponse(answer, request);
    }

    /// <summary>Lets the client pass on what a test set up, or forgot to: only failures of a network are told as such.</summary>
    private static Exception AsItIs(Exception exception)
    {
        if (exception is not (IOException or HttpRequestException))
        {
            exception.Data["Bedrock.Toolkit.AsItIs"] = true;
        }

        return exception;
    }

    private static async Task<ReceivedRequest> ReceiveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
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
            Body = isTooLarge ? default(ReadOnlyMemory<byte>) : body,
            IsTooLarge = isTooLarge,
        };
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

    private HttpResponseMessage ToResponse(Answer answer, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)answer.StatusCode) { RequestMessage = request };
        response.Content = answer is { Frames: null, End: AnswerEnd.Regular }
            ? new ReadOnlyMemoryContent(answer.Body)
            : new StreamContent(new AnswerStream(answer, engine.Time));
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
}
