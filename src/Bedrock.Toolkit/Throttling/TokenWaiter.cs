namespace Bedrock.Toolkit.Throttling;

/// <summary>A call in the queue.</summary>
internal sealed class TokenWaiter : TaskCompletionSource<TokenReservation>
{
    public TokenWaiter(TokenPool pool, TokenReservation reservation)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Pool = pool;
        Reservation = reservation;
        Place = new LinkedListNode<TokenWaiter>(this);
    }

    public TokenPool Pool { get; }

    public TokenReservation Reservation { get; }

    public LinkedListNode<TokenWaiter> Place { get; }
}
