namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Stands below a real HTTP client and passes its requests to the engine in memory. Thread-safe.</summary>
internal sealed class EngineHandler(SimulatedBedrock engine) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ReceivedRequest received = await HttpMessages.ReceiveAsync(request, cancellationToken).ConfigureAwait(false);
        Answer answer;
        try
        {
            answer = engine.Answer(received);
        }
        catch (Exception e)
        {
            throw HttpMessages.AsItIs(e);
        }

        if (answer.Delay > TimeSpan.Zero)
        {
            await Task.Delay(answer.Delay, engine.Time, cancellationToken).ConfigureAwait(false);
        }

        if (!answer.HasHead)
        {
            if (answer.Failure is { } failure)
            {
                throw HttpMessages.AsItIs(failure);
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

        return HttpMessages.ToResponse(answer, request, engine.Time);
    }
}
