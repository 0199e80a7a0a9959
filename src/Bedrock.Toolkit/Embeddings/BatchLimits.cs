namespace Bedrock.Toolkit;

/// <summary>How much goes into one call: a number of texts, or a number of images, and a number of bytes.</summary>
internal sealed record BatchLimits(int MaxTexts, int MaxImages, int MaxBytes)
{
    public static BatchLimits Of(IEmbeddingModel model) => new(model.MaxTextsPerCall, model.MaxImagesPerCall, model.MaxInputBytesPerCall);

    /// <summary>Whether one more item fits into a batch; an item that is too large alone still gets a batch of its own.</summary>
    public bool Fits(EmbeddingContent first, int count, int bytes, EmbeddingContent next)
    {
        bool sameKind = first.Image is null == next.Image is null;
        int most = first.Image is null ? MaxTexts : Math.Max(1, MaxImages);
        return sameKind && count < most && (long)bytes + next.Size <= MaxBytes;
    }

    /// <summary>Cuts a list into batches.</summary>
    public List<Range> Cut(ReadOnlySpan<EmbeddingContent> contents)
    {
        List<Range> batches = [];
        int start = 0;
        int bytes = 0;
        for (int i = 0; i < contents.Length; i++)
        {
            if (i > start && !Fits(contents[start], i - start, bytes, contents[i]))
            {
                batches.Add(start..i);
                (start, bytes) = (i, 0);
            }

            bytes += contents[i].Size;
        }

        batches.Add(start..contents.Length);
        return batches;
    }
}
