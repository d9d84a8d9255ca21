using System.Buffers;
using System.Text;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.Modules.DataSharing.Application.Retrieving;

namespace SmartCity.Modules.DataSharing.Api;

/// <summary>
/// All rows as CSV (RFC 4180), written as they are read. Cells leave exactly as the provider sent them: a data exchange
/// that changed what begins with a sign, to guard spreadsheets, would falsify it.
/// </summary>
internal sealed class RowsCsv(Receipt receipt, IMediator mediator) : RetrievedAnswer(receipt, mediator)
{
    public const string ContentType = "text/csv";

    private const int BytesAtOnce = 64 * 1024;

    protected override async Task WriteAsync(HttpContext context, ReadRetrievedRows.RetrievedRows retrieved)
    {
        context.Response.ContentType = $"{ContentType}; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Receipt.AuditEntry}.csv\"";
        var lines = new StoredLines();
        lines.Add([.. retrieved.Items.Select(item => item.Name)]);
        var taken = new bool[retrieved.Columns.Count == 0 ? 0 : retrieved.Columns[^1] + 1];
        foreach (var column in retrieved.Columns)
        {
            taken[column] = true;
        }

        long gathered = 0;
        await foreach (var row in retrieved.Rows.WithCancellation(context.RequestAborted))
        {
            lines.Add(row.Payload.Span, taken);
            gathered++;
            if (lines.Length >= BytesAtOnce)
            {
                // Before they go: of a piece that breaks off on the way, nobody knows how much arrived.
                RowsSent = gathered;
                await SendAsync(context, lines.Take());
            }
        }

        RowsSent = gathered;
        await SendAsync(context, lines.Take());
    }

    // What is written to a connection that is gone goes nowhere, and says so only here: the request may be told of it later
    // than the last row is read, and would count as complete.
    private static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> piece)
    {
        var sent = await context.Response.BodyWriter.WriteAsync(piece, context.RequestAborted);
        if (sent.IsCompleted || sent.IsCanceled)
        {
            throw new IOException("The other side is gone.");
        }
    }

    /// <summary>Lines of CSV in UTF-8, gathered from the cells as they are stored, without a text for each cell.</summary>
    private sealed class StoredLines
    {
        private static readonly SearchValues<byte> MustBeQuoted = SearchValues.Create(",\"\r\n"u8);

        private readonly ArrayBufferWriter<byte> bytes = new(2 * BytesAtOnce);
        private byte[] unescaped = new byte[1024];

        public int Length => bytes.WrittenCount;

        public void Add(IReadOnlyList<string> cells)
        {
            for (var cell = 0; cell < cells.Count; cell++)
            {
                AddCell(Encoding.UTF8.GetBytes(cells[cell]), isFirst: cell == 0);
            }

            bytes.Write("\r\n"u8);
        }

        /// <param name="payload">All cells, as a JSON list of texts.</param>
        /// <param name="taken">Which of them are written.</param>
        public void Add(ReadOnlySpan<byte> payload, ReadOnlySpan<bool> taken)
        {
            var json = new Utf8JsonReader(payload);
            json.Read();
            var begin = bytes.WrittenCount;
            var isFirst = true;
            for (var cell = 0; cell < taken.Length && json.Read(); cell++)
            {
                if (taken[cell])
                {
                    AddCell(json.ValueIsEscaped ? Unescaped(ref json) : json.ValueSpan, isFirst);
                    isFirst = false;
                }
            }

            // A lone empty cell would leave an empty line, which many readers skip.
            bytes.Write(bytes.WrittenCount == begin ? "\"\"\r\n"u8 : "\r\n"u8);
        }

        /// <summary>What was gathered; good until more is added.</summary>
        public ReadOnlyMemory<byte> Take()
        {
            var gathered = bytes.WrittenMemory;
            bytes.ResetWrittenCount();
            return gathered;
        }

        private ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader json)
        {
            if (unescaped.Length < json.ValueSpan.Length)
            {
                unescaped = new byte[json.ValueSpan.Length];
            }

            return unescaped.AsSpan(0, json.CopyString(unescaped));
        }

        private void AddCell(ReadOnlySpan<byte> cell, bool isFirst)
        {
            if (!isFirst)
            {
                bytes.Write(","u8);
            }

            if (!cell.ContainsAny(MustBeQuoted))
            {
                bytes.Write(cell);
                return;
            }

            bytes.Write("\""u8);
            for (int quote; (quote = cell.IndexOf((byte)'"')) >= 0; cell = cell[(quote + 1)..])
            {
                bytes.Write(cell[..(quote + 1)]);
                bytes.Write("\""u8);
            }

            bytes.Write(cell);
            bytes.Write("\""u8);
        }
    }
}
