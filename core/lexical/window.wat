;; Window kernel: the sums of 4,096 passages. `npm run wasm` makes window.wasm of this; window.ts tells what it is for.
;;
;; Memory, in bytes, by slot of the window:
;;        0 score, 32,768 covered, 65,536 best, 98,304 sum, 131,072 trust     64-bit floats
;;  163,840 touched, 176,128 found                                            16-bit slots, as they were found
;;  188,416 slots, 208,896 scores, 245,760 covers                             what `empty` gives out
;;  282,624 records of sources, then what they point to
;; Each list is longer than a window: what is written and not counted may be written behind its last place. 4096 is
;; `windowLength` of window.ts.
(module
  (memory (export "memory") 5)
  (global (export "slots") i32 (i32.const 188416))
  (global (export "scores") i32 (i32.const 208896))
  (global (export "covers") i32 (i32.const 245760))
  (global (export "records") i32 (i32.const 282624))
  (global $touched (mut i32) (i32.const 0))
  (global $found (mut i32) (i32.const 0))
  (global $k (mut f64) (f64.const 0))
  (global $b (mut f64) (f64.const 0))
  (global $d (mut f64) (f64.const 0))
  (global $tie (mut f64) (f64.const 0))

  (func $gain (param $slot i32) (param $points f64) (param $trust f64)
    (local $at i32) (local $before f64)
    (local.set $at (i32.shl (local.get $slot) (i32.const 3)))
    (local.set $before (f64.load offset=131072 (local.get $at)))
    ;; Written always, counted only when the slot is new: no branch to mispredict.
    (i32.store16 offset=163840 (i32.shl (global.get $touched) (i32.const 1)) (local.get $slot))
    (global.set $touched
      (i32.add (global.get $touched) (f64.eq (local.get $before) (f64.const 0))))
    (f64.store offset=131072 (local.get $at) (f64.max (local.get $before) (local.get $trust)))
    (f64.store offset=65536 (local.get $at)
      (f64.max (f64.load offset=65536 (local.get $at)) (local.get $points)))
    (f64.store offset=98304 (local.get $at)
      (f64.add (f64.load offset=98304 (local.get $at)) (local.get $points))))

  ;; A record of a source, 64 bytes: 0 address of its slots, 4 of its frequencies or points, 8 how many they are,
  ;; 12 the next to be read, 16 what is added to its slots, 20 address of lengths (0: it has points), 24 of its mask
  ;; (0: all count), 32 weight, 40 trust, 48 average length.

  (func $addList (param $record i32) (param $start i32)
    (local $slots i32) (local $frequencies i32) (local $count i32) (local $at i32) (local $shift i32) (local $end i32)
    (local $lengths i32) (local $mask i32) (local $weight f64) (local $trust f64) (local $average f64)
    (local $slot i32) (local $frequency f64)
    (local.set $slots (i32.load (local.get $record)))
    (local.set $frequencies (i32.load offset=4 (local.get $record)))
    (local.set $count (i32.load offset=8 (local.get $record)))
    (local.set $at (i32.load offset=12 (local.get $record)))
    (local.set $shift (i32.sub (i32.load offset=16 (local.get $record)) (local.get $start)))
    (local.set $lengths (i32.load offset=20 (local.get $record)))
    (local.set $mask (i32.load offset=24 (local.get $record)))
    (local.set $weight (f64.load offset=32 (local.get $record)))
    (local.set $trust (f64.load offset=40 (local.get $record)))
    (local.set $average (f64.load offset=48 (local.get $record)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $count)))
        (local.set $slot
          (i32.load (i32.add (local.get $slots) (i32.shl (local.get $at) (i32.const 2)))))
        (br_if $done
          (i32.ge_s (i32.add (local.get $slot) (local.get $shift)) (i32.const 4096)))
        (block $counts
          (br_if $counts (i32.eqz (local.get $mask)))
          (br_if $counts (i32.load8_u (i32.add (local.get $mask) (local.get $slot))))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $next))
        (local.set $frequency
          (f64.convert_i32_u (i32.load8_u (i32.add (local.get $frequencies) (local.get $at)))))
        ;; BM25+, as `saturate` in bm25.ts.
        (call $gain
          (i32.add (local.get $slot) (local.get $shift))
          (f64.mul (local.get $weight)
            (f64.add (global.get $d)
              (f64.div
                (f64.mul (local.get $frequency) (f64.add (global.get $k) (f64.const 1)))
                (f64.add (local.get $frequency)
                  (f64.mul (global.get $k)
                    (f64.add
                      (f64.sub (f64.const 1) (global.get $b))
                      (f64.mul (global.get $b)
                        (f64.div
                          (f64.convert_i32_u
                            (i32.load16_u
                              (i32.add (local.get $lengths) (i32.shl (local.get $slot) (i32.const 1)))))
                          (local.get $average)))))))))
          (local.get $trust))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (i32.store offset=12 (local.get $record) (local.get $at)))

  (func $addRow (param $record i32) (param $start i32)
    (local $slots i32) (local $points i32) (local $count i32) (local $at i32) (local $trust f64) (local $slot i32)
    (local.set $slots (i32.load (local.get $record)))
    (local.set $points (i32.load offset=4 (local.get $record)))
    (local.set $count (i32.load offset=8 (local.get $record)))
    (local.set $at (i32.load offset=12 (local.get $record)))
    (local.set $trust (f64.load offset=40 (local.get $record)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $count)))
        (local.set $slot
          (i32.sub
            (i32.load (i32.add (local.get $slots) (i32.shl (local.get $at) (i32.const 2))))
            (local.get $start)))
        (br_if $done (i32.ge_s (local.get $slot) (i32.const 4096)))
        (call $gain
          (local.get $slot)
          (f64.load (i32.add (local.get $points) (i32.shl (local.get $at) (i32.const 3))))
          (local.get $trust))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (i32.store offset=12 (local.get $record) (local.get $at)))

  (func (export "begin") (param $k_ f64) (param $b_ f64) (param $d_ f64) (param $tie_ f64)
    (global.set $k (local.get $k_))
    (global.set $b (local.get $b_))
    (global.set $d (local.get $d_))
    (global.set $tie (local.get $tie_)))

  ;; All sources of a term, whose records lie from $record up to $end, over the window that begins at slot $start.
  (func (export "addTerm") (param $record i32) (param $end i32) (param $weight f64) (param $start i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $record) (local.get $end)))
        (if (i32.load offset=20 (local.get $record))
          (then (call $addList (local.get $record) (local.get $start)))
          (else (call $addRow (local.get $record) (local.get $start))))
        (local.set $record (i32.add (local.get $record) (i32.const 64)))
        (br $next)))
    (call $endTerm (local.get $weight)))

  (func $endTerm (param $weight f64)
    (local $i i32) (local $slot i32) (local $at i32) (local $covered f64) (local $best f64)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (global.get $touched)))
        (local.set $slot (i32.load16_u offset=163840 (i32.shl (local.get $i) (i32.const 1))))
        (local.set $at (i32.shl (local.get $slot) (i32.const 3)))
        (local.set $covered (f64.load offset=32768 (local.get $at)))
        (local.set $best (f64.load offset=65536 (local.get $at)))
        (i32.store16 offset=176128 (i32.shl (global.get $found) (i32.const 1)) (local.get $slot))
        (global.set $found
          (i32.add (global.get $found) (f64.eq (local.get $covered) (f64.const 0))))
        (f64.store (local.get $at)
          (f64.add
            (f64.load (local.get $at))
            (f64.add (local.get $best)
              (f64.mul (global.get $tie)
                (f64.sub (f64.load offset=98304 (local.get $at)) (local.get $best))))))
        (f64.store offset=32768 (local.get $at)
          (f64.add (local.get $covered)
            (f64.mul (local.get $weight) (f64.load offset=131072 (local.get $at)))))
        (f64.store offset=65536 (local.get $at) (f64.const 0))
        (f64.store offset=98304 (local.get $at) (f64.const 0))
        (f64.store offset=131072 (local.get $at) (f64.const 0))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (global.set $touched (i32.const 0)))

  ;; Gives out what scores at least $bar and returns how many; all sums are 0 again.
  (func (export "empty") (param $bar f64) (result i32)
    (local $i i32) (local $given i32) (local $slot i32) (local $at i32) (local $score f64)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (global.get $found)))
        (local.set $slot (i32.load16_u offset=176128 (i32.shl (local.get $i) (i32.const 1))))
        (local.set $at (i32.shl (local.get $slot) (i32.const 3)))
        (local.set $score (f64.load (local.get $at)))
        (i32.store offset=188416 (i32.shl (local.get $given) (i32.const 2)) (local.get $slot))
        (f64.store offset=208896 (i32.shl (local.get $given) (i32.const 3)) (local.get $score))
        (f64.store offset=245760 (i32.shl (local.get $given) (i32.const 3))
          (f64.load offset=32768 (local.get $at)))
        (local.set $given
          (i32.add (local.get $given) (f64.ge (local.get $score) (local.get $bar))))
        (f64.store (local.get $at) (f64.const 0))
        (f64.store offset=32768 (local.get $at) (f64.const 0))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (global.set $found (i32.const 0))
    (local.get $given)))
